// The organisation page: numbers that lead to what they count, and a table that asks the backend.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { OrganisationPage } from './OrganisationPage';

it('shows levels, topics, movers and what can not be judged', async () => {
  await renderScreen(<OrganisationPage />);
  expect(await screen.findByText(/6 services, 2 clusters, observed/)).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'Levels' })).getByText('64%')).toBeInTheDocument();
  const movers = screen.getByRole('region', { name: 'Movers' });
  expect(movers).toHaveTextContent('0 rose, 1 fell');
  expect(movers).toHaveTextContent('image-ref-explicit in prod: no tag');
  const coverage = screen.getByRole('region', { name: 'Coverage and access' });
  expect(coverage).toHaveTextContent("NetworkPolicy can't be listed");
  expect(coverage).toHaveTextContent('Deployment lost');
});

it('leads from a level and from a topic to the components behind the number', async () => {
  const api = await renderScreen(<OrganisationPage />);
  await userEvent.click(await screen.findByRole('button', { name: '2 at Senior' }));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(expect.objectContaining({ level: 'senior' }), expect.anything()),
  );
  await userEvent.click(screen.getByRole('button', { name: '1 / 2 meet docker commands' }));
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
  await userEvent.click(screen.getByRole('button', { name: '365 days' }));
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
