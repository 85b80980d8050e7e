// German texts around the screens: header and tabs.
import type { shell as english } from '../messages/shell';
import type { Translated } from './Translated';

export const shell: Translated<typeof english> = {
  title: 'Reifegrad',
  subtitle: 'Wie gut aussieht, und wie weit wir schon sind',
  roadmap: 'Roadmap',
  organisation: 'Organisation',
  heatMap: 'Heatmap',
  checks: 'Prüfungen',
  admin: 'Betrieb',
};
