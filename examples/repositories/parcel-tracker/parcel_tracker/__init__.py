# Follows parcels through the events of the carriers.
