module git.nordwind.example/payments-api

go 1.25.0

require golang.org/x/sync v0.20.0
