// Finds credentials that a Dockerfile leaves in an image: values, copied files, URLs. Never returns a value.
import type { Dockerfile, Instruction, Stage } from '../repository';
import { contextCopies, finalChain, hasUrlCredentials, isHarmlessValue, isSecretName } from '../repository';

/** A credential, named but not shown. */
export interface BuildSecret {
  instruction: Instruction;
  /** What was found, without its value: `ENV API_TOKEN`. */
  what: string;
  /** It is written in the file or ends up in the shipped image; otherwise it only passes through the build. */
  leaks: boolean;
}

function inPairs(instruction: Instruction, shipped: boolean): BuildSecret[] {
  const { keyword, pairs } = instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  return pairs.flatMap(({ name, value }) => {
    if (!isSecretName(name)) return [];
    // An ARG without default still ends up in the history of the image that is built with it.
    if (value === undefined) return keyword === 'ARG' ? { instruction, what: `ARG ${name}`, leaks: false } : [];
    if (isHarmlessValue(value)) return [];
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

function inUrls(instruction: Instruction): BuildSecret[] {
  const { keyword, text } = instruction;
  if (!['RUN', 'ADD', 'CMD', 'ENTRYPOINT', 'ENV'].includes(keyword) || !hasUrlCredentials(text)) return [];
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
