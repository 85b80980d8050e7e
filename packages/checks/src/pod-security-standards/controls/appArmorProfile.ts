// No AppArmor profile is switched off, neither by field nor by the annotation that came before it.
import type { Control, ReviewedPod } from './Control';
import { allContexts, findInContexts, shown } from './securityContexts';

const annotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';

const isAllowedAnnotation = (value: string) =>
  value === '' || value === 'runtime/default' || value.startsWith('localhost/');

function annotationFindings({ annotations }: ReviewedPod) {
  return Object.keys(annotations)
    .filter(key => key.startsWith(annotationPrefix) && !isAllowedAnnotation(String(annotations[key])))
    .map(key => ({
      container: key.slice(annotationPrefix.length),
      path: `metadata.annotations[${key}]`,
      observed: String(annotations[key]),
      expected: 'runtime/default, localhost/* or not set',
    }));
}

/** The field came with 1.30, but is judged at every version: it can't be set where it does not exist. */
export const appArmorProfile: Control = {
  id: 'appArmorProfile',
  level: 'baseline',
  versions: [
    {
      minimum: 0,
      review: pod => [
        ...findInContexts(
          allContexts(pod),
          'appArmorProfile.type',
          'RuntimeDefault, Localhost or not set',
          ({ appArmorProfile: profile }) =>
            profile && profile.type !== 'RuntimeDefault' && profile.type !== 'Localhost'
              ? shown(profile.type)
              : undefined,
        ),
        ...annotationFindings(pod),
      ],
    },
  ],
};
