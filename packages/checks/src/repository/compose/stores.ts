// Services of a compose project that keep data, and the ports through which they can be reached.
import { parseImageReference } from '@maturity-roadmap/engine';
import type { Mapping } from './readComposeFile';
import { isMapping } from './readComposeFile';

const storeImage =
  /^(postgres|postgresql|postgis|timescaledb|mysql|mariadb|percona|mongo|mongodb|redis|valkey|memcached|rabbitmq|kafka|redpanda|nats|elasticsearch|opensearch|cassandra|scylla|minio|clickhouse(-server)?|cockroach|etcd|neo4j|influxdb|mssql-server|server)$/;

/** By the last part of the image's path, so that mirrors count. */
export function isStore(service: Mapping): boolean {
  const path =
    typeof service.image === 'string'
      ? parseImageReference(service.image.replace(/\$\{[^}]*\}/g, '1'))?.path
      : undefined;
  const last = path?.split('/').at(-1) ?? '';
  return last === 'server' ? (path?.includes('mssql') ?? false) : storeImage.test(last);
}

/** Published ports that other machines reach, as written: those not bound to the loopback address. */
export function openPorts(service: Mapping): string[] {
  const ports: unknown[] = Array.isArray(service.ports) ? service.ports : [];
  return ports.flatMap(port => {
    if (isMapping(port)) {
      const isLocal = /^(127\.|::1|localhost)/.test(String(port.host_ip ?? ''));
      return port.published === undefined || isLocal ? [] : `${String(port.published)}:${String(port.target)}`;
    }
    const text = String(port);
    return text.includes(':') && !/^(127\.|\[?::1|localhost)/.test(text) ? text : [];
  });
}
