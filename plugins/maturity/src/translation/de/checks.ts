// German texts of the catalogue of checks.
import type { checks as english } from '../messages/checks';
import type { Translated } from './Translated';

export const checks: Translated<typeof english> = {
  title: 'Prüfungen',
  subtitle: '{{shown, number}} von {{all, number}}; kritisch und hoch halten eine Stufe auf',
  theChecks: 'Prüfungen',
  theCheck: 'Prüfung',
  loading: 'Prüfungen werden geladen',
  loadingOne: 'Prüfung wird geladen',
  unknown: 'Es gibt keine Prüfung „{{id}}“. Vielleicht wurde sie abgeschaltet oder umbenannt.',
  find: 'Prüfung suchen',
  none: 'Keine Prüfung passt dazu.',
  asserted: 'Was geprüft wird',
  id: 'Id',
  topic: 'Thema',
  severity: 'Schwere',
  passRate: 'Erfüllungsquote',
  services: 'Dienste',
  all: 'Alle Prüfungen',
  ofTopic: 'Thema {{topic}}',
  ofSeverity: 'Schwere {{severity}}',
  advice: 'Hinweis, hält nie auf',
  since: 'seit {{version}}',
  pass_one: '{{met, number}} von {{count, number}} Dienst erfüllt sie',
  pass_other: '{{met, number}} von {{count, number}} Diensten erfüllen sie',
  why: 'Warum',
  appliesWhen: 'Trifft zu, wenn',
  remediation: 'So lässt es sich beheben',
  reads: 'Liest',
  readsWorkload: 'Den Workload selbst.',
  references: 'Quellen',
};
