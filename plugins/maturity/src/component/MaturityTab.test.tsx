// The Maturity tab: standing, blockers, topics, evidence to the field, recheck, and what it says when something is amiss.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { report, unmappedReport } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { MaturityTab } from './MaturityTab';

it('shows where the component stands, in all and in each environment', async () => {
  await renderScreen(<MaturityTab />);
  expect(await screen.findByTestId('level')).toHaveTextContent('Junior');
  expect(screen.getByText('50%')).toBeInTheDocument();
  expect(screen.getByText('staging', { selector: 'li *' })).toBeInTheDocument();
});

it('names the blockers to the next level and opens the evidence to the field', async () => {
  await renderScreen(<MaturityTab />);
  const blockers = await screen.findByRole('list', { name: 'Blockers' });
  expect(within(blockers).getAllByRole('listitem')).toHaveLength(1);
  await userEvent.click(within(blockers).getByText('Every image has a tag'));
  const drawer = await screen.findByRole('dialog', { name: 'Evidence: Every image has a tag' });
  expect(within(drawer).getByText('Why image-ref-explicit matters.')).toBeInTheDocument();
  expect(within(drawer).getAllByText('spec.template.spec.containers[cart].image')).toHaveLength(2);
  expect(within(drawer).getByText('cart in prod')).toBeInTheDocument();
  expect(within(drawer).getByText('a tag')).toBeInTheDocument();
  expect(within(drawer).getByText(/the tag was taken away/)).toBeInTheDocument();
  await userEvent.click(within(drawer).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

it('opens the evidence that the URL names', async () => {
  await renderScreen(<MaturityTab />, fakeApi(), '/?verdict=image-ref-explicit');
  expect(await screen.findByRole('dialog', { name: 'Evidence: Every image has a tag' })).toBeInTheDocument();
});

it('puts failing topics first, with the verdict in each environment, and opens a topic to its checks', async () => {
  await renderScreen(<MaturityTab />);
  const table = (await screen.findByText('What was found')).closest('table')!;
  const heads = within(table)
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);
  expect(heads).toEqual([
    'Fails 1 topic',
    'docker commands',
    'Passes 1 topic',
    'Pod',
    'Not applicable 1 topic',
    'Helm',
  ]);
  expect(within(table).getByRole('img', { name: 'Fails in prod' })).toBeInTheDocument();
  expect(within(table).getByRole('img', { name: 'Passes in staging' })).toBeInTheDocument();
  const topic = within(table).getByRole('button', { name: 'docker commands' });
  await userEvent.click(topic);
  expect(topic).toHaveAttribute('aria-expanded', 'true');
  expect(within(table).getByRole('list', { name: 'Checks of docker commands' })).toHaveTextContent(
    'Every image has a tag',
  );
});

it('shows what advice found of a topic that has nothing else, and says that it is advice', async () => {
  const verdicts = report.report.verdicts.map(one =>
    one.topic === 'docker-commands' ? { ...one, advice: true } : one,
  );
  const topics = report.report.topics.map(one =>
    one.topic === 'docker-commands' ? { ...one, blocks: false, advice: true as const } : one,
  );
  const view = { ...report, report: { ...report.report, verdicts, topics } };
  await renderScreen(<MaturityTab />, fakeApi({ getReport: async () => view }));
  const row = (await screen.findByRole('button', { name: 'docker commands' })).closest('tr')!;
  expect(row).toHaveTextContent('1 of 1 images has no tagadvice, never blocks');
  expect(within(row).getByRole('img', { name: 'Fails in prod' })).toBeInTheDocument();
});

it('filters topics and offers the way back from a filter without results', async () => {
  await renderScreen(<MaturityTab />, fakeApi(), '/?show=unknown');
  expect(await screen.findByText(/No topic is like that/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(screen.getByRole('button', { name: 'Helm' })).toBeInTheDocument();
});

it('rechecks, keeping the old figures until the new ones are there', async () => {
  let finish = (_view: typeof report) => {};
  const api = fakeApi({ recheck: () => new Promise(resolve => (finish = resolve)) });
  await renderScreen(<MaturityTab />, api);
  await userEvent.click((await screen.findAllByRole('button', { name: /Recheck now/ }))[0]);
  expect(screen.getByRole('button', { name: /Rechecking/ })).toBeDisabled();
  expect(screen.getByTestId('level')).toHaveTextContent('Junior');
  finish({ ...report, report: { ...report.report, level: 'mid', nextLevel: 'senior' } });
  await waitFor(() => expect(screen.getByTestId('level')).toHaveTextContent('Mid'));
});

it('says what was looked for where no workload is found, with the nearest match and lines to paste', async () => {
  await renderScreen(<MaturityTab />, fakeApi({ getReport: async () => unmappedReport }));
  expect(await screen.findByText('No workload belongs to this component yet')).toBeInTheDocument();
  expect(screen.getByText(/the label backstage.io\/kubernetes-id=cart/)).toBeInTheDocument();
  const nearest = screen.getByRole('table', { name: 'Nearest matches' });
  expect(within(nearest).getByText('cart-v2')).toBeInTheDocument();
  expect(screen.getByText(/paste-me/)).toBeInTheDocument();
  await userEvent.click(within(nearest).getByRole('radio', { name: 'cart-jobs in shop' }));
  expect(screen.getByText(/paste-jobs/)).toBeInTheDocument();
});

it('says since when an environment was not read', async () => {
  const sources = [{ ...report.sources[0], error: 'cluster prod does not answer' }];
  await renderScreen(<MaturityTab />, fakeApi({ getReport: async () => ({ ...report, sources }) }));
  expect(await screen.findByText(/cluster prod does not answer/)).toBeInTheDocument();
});

it('gives cause and a way on where the report can not be loaded', async () => {
  const getReport = jest.fn().mockRejectedValueOnce(new Error('the database is away')).mockResolvedValue(report);
  await renderScreen(<MaturityTab />, fakeApi({ getReport }));
  expect(await screen.findByRole('alert')).toHaveTextContent('the database is away');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByTestId('level')).toBeInTheDocument();
});

it('says whom to ask where the report may not be shown', async () => {
  const forbidden = Object.assign(new Error('no'), {
    response: { status: 403 },
    cause: { message: 'it needs maturity.report.read' },
  });
  await renderScreen(<MaturityTab />, fakeApi({ getReport: jest.fn().mockRejectedValue(forbidden) }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The report may not be shown to you');
  expect(alert).toHaveTextContent('it needs maturity.report.read');
});

it('says how the score went, as a line with words, and nothing where no earlier day is known', async () => {
  const scores = [
    { day: '2025-11-01', score: 0.4 },
    { day: '2025-11-20', score: 0.7 },
  ];
  await renderScreen(<MaturityTab />, fakeApi({ getReport: async () => ({ ...report, scores }) }));
  expect(
    await screen.findByRole('img', { name: 'Score since Nov 1, 2025: from 40% to 50%, lowest 40%, highest 70%' }),
  ).toBeInTheDocument();
  expect(screen.getByText('+10 since Nov 1, 2025')).toBeInTheDocument();
});

it('shows no trend of the score before the second day', async () => {
  await renderScreen(<MaturityTab />);
  expect(await screen.findByText('of what could be judged, by weight')).toBeInTheDocument();
  expect(screen.queryByRole('img', { name: /^Score since/ })).not.toBeInTheDocument();
});
