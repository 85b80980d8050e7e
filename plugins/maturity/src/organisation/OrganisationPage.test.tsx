// The organisation page: numbers that lead to what they count, and a table that asks the backend.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as answers from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { OrganisationPage } from './OrganisationPage';

it('shows levels, topics, movers and what can not be judged', async () => {
  await renderScreen(<OrganisationPage />);
  expect(await screen.findByText(/6 services, 2 clusters, observed/)).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'Levels' })).getByText('64%')).toBeInTheDocument();
  const movers = screen.getByRole('region', { name: 'Movers' });
  expect(movers).toHaveTextContent('last 90 days: 0 rose, 1 fell');
  expect(movers).toHaveTextContent('docker commands: no tag, in prod');
  expect(movers).toHaveTextContent('kubectl-edit changed Deployment cart');
  expect(within(movers).getByRole('link', { name: 'Cart' })).toHaveAttribute(
    'href',
    expect.stringContaining('?verdict=image-ref-explicit'),
  );
  const coverage = screen.getByRole('region', { name: 'Coverage and access' });
  expect(coverage).toHaveTextContent("NetworkPolicy can't be listed");
  expect(coverage).toHaveTextContent('Deployment lost');
});

it('leads from a level and from a topic to the components behind the number', async () => {
  const api = await renderScreen(<OrganisationPage />);
  const levels = await screen.findByRole('region', { name: 'Levels' });
  await userEvent.click(within(levels).getByRole('button', { name: '2 at Senior' }));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(expect.objectContaining({ level: 'senior' }), expect.anything()),
  );
  const topics = screen.getByRole('region', { name: 'Topics' });
  await userEvent.click(within(topics).getByRole('button', { name: '1 / 2 meet docker commands' }));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ topic: 'docker-commands', verdict: 'met' }),
      expect.anything(),
    ),
  );
  expect(screen.getByText('meets docker commands')).toBeInTheDocument();
});

it('searches and sorts in the backend', async () => {
  const api = await renderScreen(<OrganisationPage />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Find a component' }), 'car');
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(expect.objectContaining({ q: 'car' }), expect.anything()),
  );
  await userEvent.click(screen.getByText('Blockers to next'));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'car', sort: 'blockers', order: 'asc' }),
      expect.anything(),
    ),
  );
});

it('keeps the rest of the page where only the table fails', async () => {
  await renderScreen(
    <OrganisationPage />,
    fakeApi({ getComponents: jest.fn().mockRejectedValue(new Error('too slow')) }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('too slow');
  expect(screen.getByRole('region', { name: 'Levels' })).toBeInTheDocument();
});

it('draws the levels over time, with a table behind, and asks for another range', async () => {
  const api = await renderScreen(<OrganisationPage />);
  expect(await screen.findByRole('img', { name: 'Services per level, day by day' })).toBeInTheDocument();
  const table = screen.getByRole('table', { name: 'Services per level, day by day' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(within(screen.getByRole('region', { name: 'Levels' })).getByText('\u22121')).toBeInTheDocument();
  const filters = screen.getByRole('group', { name: 'Which part of the organisation' });
  await userEvent.click(within(filters).getByRole('button', { name: 'Since 90 days' }));
  await userEvent.click(screen.getByRole('option', { name: '365 days' }));
  await waitFor(() =>
    expect(api.getTrend).toHaveBeenLastCalledWith(expect.objectContaining({ days: 365 }), expect.anything()),
  );
});

it.each([
  [{ points: [] }, 'No day has been counted yet'],
  [{ points: [{ day: '2026-01-01', components: {} }] }, 'Days are counted since'],
])('says since when days are counted where there is no trend yet: %j', async (trend, text) => {
  await renderScreen(<OrganisationPage />, fakeApi({ getTrend: async () => trend }));
  expect(await screen.findByText(new RegExp(text))).toBeInTheDocument();
});

it('names the change that lifts most', async () => {
  await renderScreen(<OrganisationPage />);
  const leverage = await screen.findByRole('region', { name: 'Leverage' });
  expect(within(leverage).getByRole('link', { name: 'Every image has a tag' })).toHaveAttribute(
    'href',
    '/maturity/checks/image-ref-explicit',
  );
  expect(leverage).toHaveTextContent('prod / shop: 2');
});

it('exports what the table shows', async () => {
  const api = await renderScreen(<OrganisationPage />, fakeApi(), '/?level=junior');
  URL.createObjectURL = jest.fn(() => 'blob:x');
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  await userEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
  await waitFor(() => expect(api.exportComponents).toHaveBeenCalledWith(expect.objectContaining({ level: 'junior' })));
  await waitFor(() => expect(click).toHaveBeenCalled());
});

it('shows how each topic went, as arrow, word and number', async () => {
  await renderScreen(<OrganisationPage />);
  const topics = await screen.findByRole('region', { name: 'Topics' });
  const row = within(topics).getByRole('row', { name: /docker commands/ });
  await waitFor(() => expect(row).toHaveTextContent('+1'));
  expect(within(row).getByTitle(/^rose by 1 since/)).toBeInTheDocument();
});

it('asks everything of the part that the URL names, and keeps a chosen environment there', async () => {
  const api = await renderScreen(<OrganisationPage />, fakeApi(), '/?owner=group:default/checkout');
  const filters = await screen.findByRole('group', { name: 'Which part of the organisation' });
  await userEvent.click(within(filters).getByRole('button', { name: 'Environment All' }));
  await userEvent.click(screen.getByRole('option', { name: 'staging' }));
  const part = expect.objectContaining({ within: ['group:default/checkout'], environment: 'staging' });
  const asked = [
    api.getOrganisation,
    api.getTrend,
    api.getTopicTrends,
    api.getMovers,
    api.getLeverage,
    api.getComponents,
  ];
  await waitFor(() => {
    for (const call of asked) expect(call).toHaveBeenLastCalledWith(part, expect.anything());
  });
});

it('offers the groups of the catalog as owners', async () => {
  const api = await renderScreen(<OrganisationPage />);
  await userEvent.click(await screen.findByRole('textbox', { name: 'Owner' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Checkout' }));
  await waitFor(() =>
    expect(api.getMovers).toHaveBeenLastCalledWith(
      expect.objectContaining({ within: ['group:default/checkout'] }),
      expect.anything(),
    ),
  );
});

it('says what one change for whole namespaces would lift, with the YAML, and what would be if', async () => {
  const api = await renderScreen(<OrganisationPage />);
  const leverage = await screen.findByRole('region', { name: 'Leverage' });
  const row = within(leverage).getByRole('row', { name: /LimitRange/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  ).toEqual(['4', '3', 'What if']);
  await userEvent.click(within(row).getByRole('button', { name: /^Show YAML/ }));
  expect(row).toHaveTextContent('kind: LimitRange');
  await userEvent.click(within(row).getByRole('button', { name: /^What if/ }));
  const whatIf = screen.getByRole('region', { name: 'What if' });
  expect(await within(whatIf).findByText('1 service rise, 0 services drop')).toBeInTheDocument();
  expect(within(whatIf).getByRole('row', { name: /Cart/ })).toHaveTextContent('CartJuniorMid');
  expect(api.getWhatIf).toHaveBeenLastCalledWith({ change: ['pod-requests-set:met'] }, expect.anything());
  await userEvent.click(within(whatIf).getByRole('button', { name: 'Clear' }));
  expect(within(whatIf).queryByText(/service rise/)).not.toBeInTheDocument();
});

it('tries out a topic as advice, and says so where nobody would move', async () => {
  const api = await renderScreen(
    <OrganisationPage />,
    fakeApi({ getWhatIf: async () => ({ ...answers.whatIf, rise: 0, items: [] }) }),
  );
  const whatIf = await screen.findByRole('region', { name: 'What if' });
  await userEvent.click(within(whatIf).getByRole('textbox', { name: 'Topic or check' }));
  await userEvent.click(await screen.findByRole('option', { name: 'docker commands' }));
  expect(await within(whatIf).findByText('Nobody would rise or drop.')).toBeInTheDocument();
  expect(api.getWhatIf).toHaveBeenLastCalledWith({ change: ['docker-commands:advice'] }, expect.anything());
});

it('leads from a reason to the services, and gives what to paste for a workload of nobody', async () => {
  const api = await renderScreen(<OrganisationPage />);
  const coverage = await screen.findByRole('region', { name: 'Coverage and access' });
  expect(coverage).toHaveTextContent('who grants access to prod');
  await userEvent.click(within(coverage).getByRole('button', { name: /^3 services with something unknown/ }));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ unknown: 'forbidden' }),
      expect.anything(),
    ),
  );
  expect(screen.getByText('unknown: Forbidden')).toBeInTheDocument();
  await userEvent.click(within(coverage).getByRole('button', { name: 'Deployment lost' }));
  expect(coverage).toHaveTextContent('backstage.io/kubernetes-id: lost');
});

it('says what to do where nothing has been judged, and clears filters that leave nothing over', async () => {
  const api = fakeApi({ getOrganisation: async () => ({ ...answers.organisation, components: 0 }) });
  await renderScreen(<OrganisationPage />, api, '/?environment=prod');
  const empty = await screen.findByRole('region', { name: 'No component has been judged yet' });
  expect(empty).toHaveTextContent('backstage.io/kubernetes-id');
  expect(screen.queryByRole('region', { name: 'Topics' })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Coverage and access' })).toBeInTheDocument();
  await userEvent.click(within(empty).getByRole('button', { name: 'Clear the filters' }));
  await waitFor(() => expect(api.getOrganisation).toHaveBeenLastCalledWith({}, expect.anything()));
});

it('keeps an error in the card that failed', async () => {
  const reject = async () => {
    throw new Error('too slow');
  };
  await renderScreen(<OrganisationPage />, fakeApi({ getMovers: reject, getLeverage: reject }));
  const movers = await screen.findByRole('region', { name: 'Movers' });
  expect(await within(movers).findByRole('alert')).toHaveTextContent('too slow');
  expect(screen.getByRole('region', { name: 'Topics' })).toHaveTextContent('docker commands');
});

/** Answers the first question at once, and each later one when told to. */
function slowFromSecond<T>(answer: T) {
  const waiting: { resolve: (value: T) => void; reject: (error: Error) => void }[] = [];
  const call = jest
    .fn()
    .mockResolvedValueOnce(answer)
    .mockImplementation(() => new Promise<T>((resolve, reject) => waiting.push({ resolve, reject })));
  return { call, last: () => waiting[waiting.length - 1] };
}

async function chooseStaging() {
  const filters = await screen.findByRole('group', { name: 'Which part of the organisation' });
  await screen.findByRole('region', { name: 'Levels' });
  await userEvent.click(within(filters).getByRole('button', { name: 'Environment All' }));
  await userEvent.click(screen.getByRole('option', { name: 'staging' }));
}

it('keeps the old figures, and says that they are, until those of a new filter come', async () => {
  const summary = slowFromSecond(answers.organisation);
  const page = slowFromSecond(answers.components);
  await renderScreen(<OrganisationPage />, fakeApi({ getOrganisation: summary.call, getComponents: page.call }));
  await chooseStaging();
  const levels = screen.getByRole('region', { name: 'Levels' });
  expect(within(levels).getByText('64%')).toBeInTheDocument();
  expect(levels.closest('[aria-busy="true"]')).not.toBeNull();
  const components = screen.getByRole('region', { name: 'Components' });
  expect(components).toHaveAttribute('aria-busy', 'true');
  expect(within(components).getByRole('link', { name: 'Cart' })).toBeInTheDocument();
  summary.last().resolve({ ...answers.organisation, score: 0.5 });
  page.last().resolve({ total: 0, items: [] });
  expect(await within(levels).findByText('50%')).toBeInTheDocument();
  expect(levels.closest('[aria-busy="true"]')).toBeNull();
  await waitFor(() => expect(components).toHaveTextContent('No component is like that'));
  expect(components).toHaveAttribute('aria-busy', 'false');
});

it('shows no old figures where those of a new filter fail, and leaves the filter to change again', async () => {
  const summary = slowFromSecond(answers.organisation);
  await renderScreen(<OrganisationPage />, fakeApi({ getOrganisation: summary.call }));
  await chooseStaging();
  summary.last().reject(new Error('too slow'));
  expect(await screen.findByText('too slow')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Levels' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Environment staging' })).toBeInTheDocument();
});

it('shows by how many points the score of a component changed, and sorts by it in the range that was chosen', async () => {
  const api = await renderScreen(<OrganisationPage />, fakeApi(), '/?days=365');
  const row = await screen.findByRole('row', { name: /Cart/ });
  const cell = within(row).getByTitle('Score 57% on Nov 1, 2025');
  expect(cell).toHaveTextContent('fell\u22127');
  await userEvent.click(screen.getByText('Change, 365 days'));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'change', order: 'asc', days: 365 }),
      expect.anything(),
    ),
  );
});
