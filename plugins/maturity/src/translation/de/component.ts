// German texts of the Maturity tab and its card.
import type { component as english } from '../messages/component';
import type { Translated } from './Translated';

export const component: Translated<typeof english> = {
  standing: {
    level: 'Stufe',
    score: 'Punktzahl',
    scoreOf: 'des Beurteilbaren, nach Gewicht',
    coverage: 'Abdeckung',
    coverageOf_one: 'von {{count}} zutreffenden Prüfung',
    coverageOf_other: 'von {{count}} zutreffenden Prüfungen',
    environments: 'Stufe je Umgebung',
    recheck: 'Jetzt neu prüfen',
    rechecking: 'Wird geprüft',
    observed: 'Beobachtet {{when}}',
  },
};
