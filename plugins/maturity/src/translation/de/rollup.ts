// German texts of the card of groups, systems and domains.
import type { rollup as english } from '../messages/rollup';
import type { Translated } from './Translated';

export const rollup: Translated<typeof english> = {
  title: 'Reifegrad',
  theMaturity: 'Reifegrad darunter',
  loading: 'Reifegrad wird geladen',
  allServices: 'Alle Dienste',
};
