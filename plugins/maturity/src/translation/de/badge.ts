// German texts of the level that is shown beside an entity's name.
import type { badge as english } from '../messages/badge';
import type { Translated } from './Translated';

export const badge: Translated<typeof english> = {
  title: 'Reifegrad',
  label: 'Reifegrad: {{level}}',
  loading: 'Reifegrad wird geladen',
  failed: 'Reifegrad nicht geladen: {{message}}',
  blockers_one: 'Reifegrad-Stufe {{level}}, {{count, number}} Hindernis bis {{next}}',
  blockers_other: 'Reifegrad-Stufe {{level}}, {{count, number}} Hindernisse bis {{next}}',
  highest: 'Reifegrad-Stufe {{level}}, die höchste',
};
