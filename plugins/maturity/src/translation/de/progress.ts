// German texts of a learner's own progress.
import type { progress as english } from '../messages/progress';
import type { Translated } from './Translated';

export const progress: Translated<typeof english> = {
  title: 'Mein Fortschritt',
  subtitle: 'nur für dich sichtbar',
  yourProgress: 'Dein Fortschritt',
  saving: 'Wird gespeichert',
  apart: 'Was ein Dienst nachweist, wird getrennt von dem beurteilt, was du weißt.',
  state: {
    todo: 'Offen',
    learning: 'Am Lernen',
    done: 'Erledigt',
    skipped: 'Übersprungen',
  },
  mark: {
    todo: 'Offen',
    learning: 'Ich lerne es gerade',
    done: 'Ich habe es erledigt',
    skipped: 'Ich überspringe es',
  },
};
