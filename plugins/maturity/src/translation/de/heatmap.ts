// German texts of the heat map.
import type { heatmap as english } from '../messages/heatmap';
import type { Translated } from './Translated';

export const heatmap: Translated<typeof english> = {
  theHeatMap: 'Heatmap',
  loading: 'Heatmap wird geladen',
  servicesOfRow: 'Dienste einer Zeile',
  rows: 'Zeilen',
  groups: 'Gruppen',
  systems: 'Systeme',
  organisation: 'Organisation',
  noOwner: 'Noch hat keine Komponente einen Eigentümer: Setze spec.owner in der catalog-info.yaml.',
  noSystem: 'Noch gehört keine Komponente zu einem System: Setze spec.system in der catalog-info.yaml.',
  services: 'Dienste',
  grid: 'Anteil der Dienste, die jedes Thema erfüllen',
  cell: '{{row}}, {{topic}}: {{percent}}, {{met, number}} von {{applicable, number}} erfüllen es',
  cellPartly:
    '{{row}}, {{topic}}: {{percent}}, {{met, number}} von {{applicable, number}} erfüllen es, {{unknown, number}} nicht beurteilbar',
  cellUnknown:
    '{{row}}, {{topic}}: {{met, number}} von {{applicable, number}} erfüllen es, {{unknown, number}} nicht beurteilbar',
  cellNone: '{{row}}, {{topic}}: – trifft auf keinen zu',
  more: 'und {{more, number}} weitere',
  expand: '{{row}} aufklappen',
  collapse: '{{row}} zuklappen',
  key: {
    percent: '% der Dienste, die es erfüllen',
    unknown: 'überwiegend unbekannt',
    none: 'trifft auf keinen zu',
  },
  panel: {
    theServices: 'Dienste',
    loading: 'Dienste werden geladen',
    shown: '{{services}}, davon {{shown, number}} gezeigt',
    openTopic: 'Thema öffnen',
    service: 'Dienst',
    level: 'Stufe',
    found: 'Was gefunden wurde',
    changed: 'Letzte Änderung',
  },
};
