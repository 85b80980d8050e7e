// Fails a test in which the page throws, or writes an error or a React warning to the console that is not known to be others'.
import type { Page } from '@playwright/test';

/** What is let pass, and why. */
const known: readonly [RegExp, string][] = [
  [/findDOMNode is deprecated/, 'Material UI 4, which Backstage is built on, in React 18'],
  [/Support for defaultProps will be removed/, 'components of Backstage and Material UI 4'],
  [/legacy (childContextTypes|contextTypes|context) API/i, 'Material UI 4'],
  [/UNSAFE_component|componentWill/, 'libraries of Backstage with older life cycles'],
  [/React Router Future Flag/, 'Backstage has not yet chosen the flags of React Router 7'],
  [/validateDOMNesting/, 'tab bar of the entity page of Backstage'],
  [/Failed to load resource/, 'told by the answer itself, which tests look at where it matters'],
  [/downloadable font|preload/, 'fonts that the shell names'],
];

/** Collects errors from now on. @returns those that are ours, when it is called */
export function watchConsole(page: Page): () => string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(`thrown: ${error.message}`));
  page.on('console', message => {
    const text = message.text();
    if (message.type() !== 'error' && !/^Warning: /.test(text)) return;
    if (!known.some(([pattern]) => pattern.test(text))) errors.push(text.slice(0, 500));
  });
  return () => errors;
}
