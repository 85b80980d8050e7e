// What a platform team is told of a source: what can't be read, since when, and the rule to paste.
import { screen } from '@testing-library/react';
import { renderScreen } from '../testing/renderScreen';
import { SourceNotes } from './SourceNotes';

it('names what can not be read and the rule that is missing', async () => {
  await renderScreen(
    <SourceNotes
      source={{
        environment: 'prod-eu',
        type: 'cluster',
        objects: 12,
        kinds: [
          { kind: 'v1/Node', state: 'forbidden', message: 'no' },
          { kind: 'apps/v1/Deployment', state: 'stale', message: 'gone', since: '2026-01-01T00:00:00.000Z' },
        ],
        missingRule: "- apiGroups: ['']\n  resources: [nodes]\n",
        problems: [{ file: 'a.yaml', line: 3, message: 'is broken' }],
      }}
    />,
  );
  expect(screen.getByText('prod-eu')).toBeInTheDocument();
  expect(screen.getByText('Node: may not be read')).toBeInTheDocument();
  expect(screen.getByText(/^Deployment: out of date since Jan 1, 2026/)).toBeInTheDocument();
  expect(screen.getByText(/resources: \[nodes\]/)).toBeInTheDocument();
  expect(screen.getByText('a.yaml:3')).toBeInTheDocument();
});
