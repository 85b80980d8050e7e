// Whether the screen is as narrow as a phone's, where a style sheet alone can't arrange things anew.
import useMediaQuery from '@material-ui/core/useMediaQuery';

/** The width below which all screens have one column. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 720px)', { noSsr: true });
}
