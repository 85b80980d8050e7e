// German texts of loading, errors, copying and filters without results.
import type { states as english } from '../messages/states';
import type { Translated } from './Translated';

export const states: Translated<typeof english> = {
  // What is named may be one or many, so the verb is left out.
  failed: 'Laden fehlgeschlagen: {{what}}',
  missing: 'Nicht gefunden: {{what}}',
  forbidden: 'Keine Berechtigung: {{what}}',
  askForPermission: 'Bitte die Person, die die Berechtigungen dieses Backstage verwaltet, um Zugriff.',
  retry: 'Erneut versuchen',
  request: 'Anfrage {{id}}. Was zu sehen ist, bleibt; nichts ist verloren.',
  copyDetails: 'Einzelheiten kopieren',
  copy: 'Kopieren',
  copied: 'Kopiert',
  close: 'Schließen',
  all: 'Alle',
  showAll: 'Alle zeigen',
  noTopic: 'Kein Thema passt dazu.',
};
