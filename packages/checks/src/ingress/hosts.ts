// Host names and the wildcards that cover them.

/**
 * Whether a name in a certificate covers a host: a wildcard stands for exactly one label.
 * See https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
 */
export function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === name.slice(1);
}
