// German names of verdicts and severities, and counts of what the screens count.
import type { marks as english } from '../messages/marks';
import type { Translated } from './Translated';

export const marks: Translated<typeof english> = {
  verdict: {
    fail: 'Nicht erfüllt',
    unknown: 'Unbekannt',
    warn: 'Warnung',
    pass: 'Erfüllt',
    notApplicable: 'Nicht zutreffend',
  },
  verdictIn: '{{verdict}} in {{place}}',
  verdictOf: '{{subject}}: {{verdict}}',
  severity: {
    critical: 'kritisch',
    high: 'hoch',
    medium: 'mittel',
    low: 'niedrig',
    advice: 'Hinweis',
  },
  services_one: '{{count, number}} Dienst',
  services_other: '{{count, number}} Dienste',
  topics_one: '{{count, number}} Thema',
  topics_other: '{{count, number}} Themen',
  clusters_one: '{{count, number}} Cluster',
  clusters_other: '{{count, number}} Cluster',
  outOf: '{{part, number}} von {{all, number}}',
  yours: 'deine {{part, number}} von {{all, number}}',
  cannotBeJudged: '{{unknown, number}} nicht beurteilbar',
  day: 'Tag',
  standing: 'Punktzahl {{score}}, Abdeckung {{coverage}}',
  inheritedFrom: 'Geerbt von {{giver}}',
};
