// Finds credentials in the environment of compose services. Never returns a value.
import type { ComposeProject } from '../repository';
import { hasUrlCredentials, isHarmlessValue, isSecretName, openPorts, toMapping } from '../repository';

export interface InlineSecret {
  service: string;
  name: string;
  /** Field path in the compose file. */
  path: string;
  /** A password that everyone knows, on a service whose ports no other machine reaches. */
  isLocalDefault: boolean;
}

const wellKnown =
  /^(postgres|mysql|root|admin|password|passw0rd|example|secret|changeme|test|dev|develop(ment)?|local|guest|user|app|minioadmin|minio|rabbitmq)$/i;
const passwordInUrl = /:\/\/[^\s/:@]*:([^\s/@]+)@/;

/** In the order of the file; variables (`${PASSWORD}`) and empty values are no secrets. */
export function inlineSecrets(project: ComposeProject): InlineSecret[] {
  return [...project.services].flatMap(([service, spec]) =>
    Object.entries(toMapping(spec.environment)).flatMap(([name, value]) => {
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      const text = String(value);
      const isVariable = text.replaceAll('$$', '').includes('$');
      const inUrl = hasUrlCredentials(text);
      // A number as password is a secret too, unlike a port or a limit; only its name can tell.
      const isSecret =
        isSecretName(name) && !isVariable && (!isHarmlessValue(text) || /passw|pwd/i.test(name)) && text !== '';
      if (!isSecret && !inUrl) return [];
      const known = wellKnown.test(inUrl ? (passwordInUrl.exec(text)?.[1] ?? '') : text);
      const isLocalDefault = known && openPorts(spec).length === 0;
      return { service, name, path: `services.${service}.environment.${name}`, isLocalDefault };
    }),
  );
}
