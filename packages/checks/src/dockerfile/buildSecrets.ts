// Finds credentials that a Dockerfile leaves in an image: values, copied files, URLs. Never returns a value.
import type { Dockerfile, Instruction, Stage } from '../repository';
import { contextCopies, finalChain } from '../repository';

/** A credential, named but not shown. */
export interface BuildSecret {
  instruction: Instruction;
  /** What was found, without its value: `ENV API_TOKEN`. */
  what: string;
  /** It is written in the file or ends up in the shipped image; otherwise it only passes through the build. */
  leaks: boolean;
}

/** After BuildKit: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
const secretName = /(^|_)(api_?key|auth|credentials?|key|passwd|password|pass|pword|pwd|secret|token)(_|$)/i;
const publicName = /(^|_)public(_|$)|_(file|path|dir|url|name|id|type|header|ttl|length|size)$/i;
/** Switches, numbers and paths are no credentials, whatever their names. */
const harmlessValue = /^(|true|false|yes|no|none|null|on|off|\d+|\.{0,2}\/[\w./-]*)$/i;

/** Whether a variable of this name is likely to hold a credential. */
export const isSecretName = (name: string): boolean =>
  secretName.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) && !publicName.test(name);

function inPairs(instruction: Instruction, shipped: boolean): BuildSecret[] {
  const { keyword, pairs } = instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  return pairs.flatMap(({ name, value }) => {
    if (!isSecretName(name)) return [];
    // An ARG without default still ends up in the history of the image that is built with it.
    if (value === undefined) return keyword === 'ARG' ? { instruction, what: `ARG ${name}`, leaks: false } : [];
    if (harmlessValue.test(value)) return [];
    const isReference = /^\$\{?\w+\}?$/.test(value);
    return { instruction, what: `${keyword} ${name}`, leaks: !isReference || (shipped && keyword === 'ENV') };
  });
}

const secretFile =
  /(^|\/)(\.env(\.(?!example|sample|template|dist|defaults?)[\w.-]+)?|\.npmrc|\.netrc|\.pypirc|\.git-credentials|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|kubeconfig|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]*key[\w-]*\.pem|[\w.-]+\.(key|p12|pfx|jks|keystore))$/i;

function inCopies(instruction: Instruction, shipped: boolean): BuildSecret[] {
  const sources = contextCopies([instruction]).flatMap(copy => copy.sources);
  return sources
    .filter(source => secretFile.test(source))
    .map(source => ({ instruction, what: `${instruction.keyword} ${source}`, leaks: shipped }));
}

/** `https://user:password@host`, where the password is written and not a variable. */
const urlCredentials = /[a-z][a-z+.-]*:\/\/[^\s/:@$"']*:[^\s/@$"'{<]+@/i;

function inUrls(instruction: Instruction): BuildSecret[] {
  const { keyword, text } = instruction;
  if (!['RUN', 'ADD', 'CMD', 'ENTRYPOINT', 'ENV'].includes(keyword) || !urlCredentials.test(text)) return [];
  return [{ instruction, what: `${keyword} with a password in a URL`, leaks: true }];
}

/** All credentials in the order of the file. */
export function buildSecrets(dockerfile: Dockerfile): BuildSecret[] {
  const shippedStages = new Set<Stage>(finalChain(dockerfile));
  return [
    ...dockerfile.globalArguments.flatMap(instruction => inPairs(instruction, false)),
    ...dockerfile.stages.flatMap(stage =>
      stage.instructions.flatMap(instruction => {
        const shipped = shippedStages.has(stage);
        return [...inPairs(instruction, shipped), ...inCopies(instruction, shipped), ...inUrls(instruction)];
      }),
    ),
  ];
}
