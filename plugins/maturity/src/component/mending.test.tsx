// Mending on the tab: diagnosis, patches, effects, keys, live updates that keep the place, and a recheck that is seen.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PatchView, ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { diagnosis, report } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { MaturityTab } from './MaturityTab';

jest.setTimeout(30_000);

let signal: object | null = null;
let onSignal = () => {};
jest.mock('@backstage/plugin-signals-react', () => {
  const { useReducer, useMemo } = jest.requireActual('react');
  return {
    useSignal: () => {
      const [count, more] = useReducer((old: number) => old + 1, 0);
      onSignal = more;
      // eslint-disable-next-line react-hooks/exhaustive-deps
      const lastSignal = useMemo(() => signal, [count]);
      return { lastSignal, isSignalsAvailable: true };
    },
  };
});

const show = (view: ReportView, path?: string) =>
  renderScreen(<MaturityTab />, fakeApi({ getReport: async () => view }), path);
const second = { ...report.report.blockers[0], check: 'pod-requests-set', topic: 'pod' };
const withTwo: ReportView = { ...report, report: { ...report.report, blockers: [report.report.blockers[0], second] } };

beforeEach(() => {
  signal = null;
  Object.assign(window.navigator, { clipboard: { writeText: jest.fn().mockResolvedValue(undefined) } });
});

it('puts the diagnosis above the level while a pod is not ready', async () => {
  await show({ ...report, diagnoses: [diagnosis] });
  const card = await screen.findByRole('region', { name: 'Why is my pod crashing?' });
  const level = screen.getByTestId('level');
  expect(card.compareDocumentPosition(level) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(card).toHaveTextContent('1 of 2 pods are not ready in prod');
  expect(within(card).getByText('3: Error; the program gave up')).toBeInTheDocument();
  expect(within(card).getByText('no DATABASE_URL')).toBeInTheDocument();
  expect(within(card).getByRole('table', { name: 'What the cluster said' })).toHaveTextContent('7 times');
  expect(within(card).getByText('No node takes it: it was placed on node node-1')).toBeInTheDocument();
  const cause = within(within(card).getByRole('list', { name: /Causes/ })).getByRole('listitem');
  await userEvent.click(within(cause).getByRole('button', { name: 'Copy' }));
  expect(navigator.clipboard.writeText).toHaveBeenCalledWith('kubectl logs cart-1-a -n shop -c cart --previous');
});

it('keeps the diagnosis behind a link once all pods are ready again', async () => {
  await show({ ...report, diagnoses: [{ ...diagnosis, notReady: 0 }] });
  expect(await screen.findByText(/in 1 workload a container ended badly before/)).toBeInTheDocument();
  expect(screen.queryByRole('list', { name: /Causes/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show why' }));
  expect(await screen.findByRole('list', { name: /Causes/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(screen.queryByRole('list', { name: /Causes/ })).not.toBeInTheDocument();
});

it('says what mending a blocker brings', async () => {
  await show(report);
  const row = within(await screen.findByRole('list', { name: 'Blockers' })).getByRole('listitem');
  expect(row).toHaveTextContent('lifts to Mid');
  expect(row).toHaveTextContent('score 50% → 80%');
  await userEvent.click(within(row).getByRole('button', { name: 'Show patch' }));
  expect(await screen.findByText('Cart: Junior → Mid after this change')).toBeInTheDocument();
});

it('shows the patch as a diff with signs, to copy as text or as a command, and where it is declared', async () => {
  await show(report, '/?verdict=image-ref-explicit');
  const drawer = await screen.findByRole('dialog');
  const diff = within(drawer).getByRole('region', { name: 'Change of Deployment cart' });
  expect(diff).toHaveTextContent('- image: cart');
  expect(diff).toHaveTextContent('+ image: cart:1.0.0');
  await userEvent.click(within(drawer).getByRole('button', { name: 'Copy patch' }));
  expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(
    '@@ shop / Deployment cart, prod @@\n spec:\n-  image: cart\n+  image: cart:1.0.0\n@@\n',
  );
  await userEvent.click(within(drawer).getByRole('button', { name: 'Copy kubectl command' }));
  expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(report.patches['image-ref-explicit'][0].command);
  expect(await within(drawer).findAllByText('Copied')).not.toHaveLength(0);
  expect(within(drawer).getByText(/Argo CD delivers it as/)).toBeInTheDocument();
  expect(within(drawer).getByRole('link', { name: 'git.example.com/shop' })).toHaveAttribute(
    'href',
    'https://git.example.com/shop',
  );
  expect(within(drawer).getByRole('link', { name: 'About this check' })).toHaveAttribute(
    'href',
    '/maturity/checks/image-ref-explicit',
  );
});

/** The report with another change in the place of the patch. */
const withChange = (change: Partial<PatchView>): ReportView => {
  const { delivery: _, ...patch } = report.patches['image-ref-explicit'][0];
  return { ...report, patches: { 'image-ref-explicit': [{ ...patch, ...change }] } };
};
const lines = (...texts: string[]) => texts.map(text => ({ change: 'added' as const, text }));

it('shows an object to create with all its lines added, to copy as a manifest or as a command', async () => {
  const command = "kubectl apply -f - <<'EOF'\nkind: PodDisruptionBudget\nEOF";
  const object = { ...report.patches['image-ref-explicit'][0].object, kind: 'PodDisruptionBudget' };
  const diff = { lines: lines('kind: PodDisruptionBudget', 'spec: {}'), added: 2, removed: 0 };
  await show(withChange({ kind: 'create', isNew: true, object, command, diff }), '/?verdict=image-ref-explicit');
  const drawer = await screen.findByRole('dialog');
  const part = within(drawer).getByRole('region', { name: 'New object' });
  const block = within(part).getByRole('region', { name: 'All lines of the new PodDisruptionBudget cart' });
  expect(block).toHaveTextContent('+kind: PodDisruptionBudget+spec: {}');
  expect(part).toHaveTextContent('shop / PodDisruptionBudget cart, prodnew+2');
  expect(part).toHaveTextContent('Add the manifest beside those of the workload');
  await userEvent.click(within(part).getByRole('button', { name: 'Copy manifest' }));
  expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith('kind: PodDisruptionBudget\nspec: {}\n');
  await userEvent.click(within(drawer).getByRole('button', { name: 'Copy kubectl command' }));
  expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(command);
  expect(screen.getByText('Show new object')).toBeInTheDocument();
});

it('shows the change of a file by its path, to copy as a patch for git', async () => {
  const object = { cluster: 'repository', apiVersion: 'repository/v1', kind: 'Dockerfile', name: 'shop/Dockerfile' };
  const change = {
    lines: [{ change: 'removed' as const, text: 'CMD x' }, ...lines('CMD ["x"]')],
    added: 1,
    removed: 1,
  };
  const command = "git apply --unidiff-zero <<'EOF'\nEOF";
  await show(withChange({ kind: 'edit', object, command, diff: change }), '/?verdict=image-ref-explicit');
  const drawer = await screen.findByRole('dialog');
  const part = within(drawer).getByRole('region', { name: 'Change of a file' });
  expect(within(part).getByRole('region', { name: 'Change of shop/Dockerfile' })).toHaveTextContent('-CMD x+CMD ["x"]');
  expect(part).toHaveTextContent('The file is in the source of the component');
  expect(part).not.toHaveTextContent('Values of environment variables');
  await userEvent.click(within(drawer).getByRole('button', { name: 'Copy git command' }));
  expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(command);
});

it('goes among blockers by J and K, closes by Escape and gives the focus back', async () => {
  await show(withTwo);
  const opener = (await screen.findAllByRole('button', { name: /Show (patch|evidence)/ }))[0];
  await userEvent.click(opener);
  expect(await screen.findByRole('dialog', { name: /Every image has a tag/ })).toHaveTextContent('Blocker 1 of 2');
  expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
  await userEvent.keyboard('j');
  expect(await screen.findByRole('dialog', { name: /Requests are set/ })).toHaveTextContent('Blocker 2 of 2');
  await userEvent.keyboard('j');
  expect(screen.getByRole('dialog', { name: /Requests are set/ })).toBeInTheDocument();
  await userEvent.keyboard('k');
  expect(await screen.findByRole('dialog', { name: /Every image has a tag/ })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(opener).toHaveFocus();
});

it('takes news while the drawer is open, without closing it or losing the place', async () => {
  const changed: ReportView = { ...report, report: { ...report.report, score: 0.75 } };
  const getReport = jest.fn().mockResolvedValueOnce(report).mockResolvedValue(changed);
  await renderScreen(<MaturityTab />, fakeApi({ getReport }), '/?verdict=image-ref-explicit&topic=docker-commands');
  const drawer = await screen.findByRole('dialog');
  const body = within(drawer).getByText('Why image-ref-explicit matters.').closest('div')!;
  body.scrollTop = 40;
  expect(screen.getByText('50%')).toBeInTheDocument();
  signal = { many: true };
  act(() => onSignal());
  expect(await screen.findByText('75%')).toBeInTheDocument();
  expect(screen.getByRole('dialog')).toBe(drawer);
  expect(within(drawer).getByText('Why image-ref-explicit matters.').closest('div')).toBe(body);
  expect(body.scrollTop).toBe(40);
});

it('tells while it rechecks which environments were read, and keeps the old figures', async () => {
  let finish: (view: ReportView) => void = () => {};
  const recheck = jest.fn().mockReturnValue(new Promise<ReportView>(resolve => (finish = resolve)));
  const environments = [
    { environment: 'prod', pending: false, observedAt: report.report.observedAt },
    { environment: 'staging', pending: true },
  ];
  await renderScreen(<MaturityTab />, fakeApi({ recheck, getRecheck: async () => ({ environments }) }));
  await userEvent.click(await screen.findByRole('button', { name: 'Recheck now' }));
  expect(await screen.findByRole('button', { name: /Rechecking: 1 of 2 read/ })).toBeDisabled();
  expect(screen.getByRole('list', { name: 'What was read' })).toHaveTextContent('staging: being read');
  expect(screen.getByRole('progressbar', { name: 'Rechecking' })).toHaveAttribute('aria-valuenow', '50');
  expect(screen.getByText('50%')).toBeInTheDocument();
  await act(async () => finish({ ...report, report: { ...report.report, score: 0.9 } }));
  expect(await screen.findByText('90%')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Recheck now' })).toBeEnabled();
});

it('leaves only topics whose verdicts differ between environments', async () => {
  await show(report);
  await userEvent.click(await screen.findByRole('button', { name: /Drift only/ }));
  expect(screen.getByRole('button', { name: 'docker commands' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Pod' })).not.toBeInTheDocument();
});

it('says who mends what is unknown, and gives the rule to grant', async () => {
  const [failing, ...others] = report.report.verdicts;
  const forbidden = {
    ...failing,
    verdict: 'unknown' as const,
    code: 'forbidden' as const,
    reason: 'list is forbidden',
  };
  await show({
    ...report,
    report: {
      ...report.report,
      blockers: [{ ...report.report.blockers[0], verdict: 'unknown' }],
      topics: report.report.topics.map(topic =>
        topic.topic === 'docker-commands' ? { ...topic, verdict: 'unknown' } : topic,
      ),
      verdicts: [forbidden, ...others],
    },
    sources: [{ ...report.sources[0], missingRule: '- apiGroups: [x]' }],
  });
  const row = within(await screen.findByRole('list', { name: 'Blockers' })).getByRole('listitem');
  expect(row).toHaveTextContent('Whoever grants access to the cluster mends');
  await userEvent.click(within(row).getByRole('button', { name: 'Show rule' }));
  expect(await screen.findByText('- apiGroups: [x]')).toBeInTheDocument();
});

it('names the request of what failed, and copies its details', async () => {
  const failure = Object.assign(new Error('Request failed with 503'), {
    requestId: '7f3a2c',
    cause: { message: 'the database is away' },
    body: { request: { method: 'GET', url: '/reports/x' } },
  });
  await renderScreen(<MaturityTab />, fakeApi({ getReport: jest.fn().mockRejectedValue(failure) }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('the database is away');
  expect(alert).toHaveTextContent('Request 7f3a2c');
  fireEvent.click(within(alert).getByRole('button', { name: 'Copy details' }));
  expect(navigator.clipboard.writeText).toHaveBeenCalledWith(expect.stringContaining('x-request-id: 7f3a2c'));
});
