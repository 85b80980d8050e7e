// Groups, systems and domains: the organisation's screens, of what is below them.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../testing/renderScreen';
import { RollupCard } from './RollupCard';
import { RollupTab } from './RollupTab';

// The screens take whichever entity is around them.
const within = 'component:default/cart';

it('asks for what is below the entity, in every question', async () => {
  const api = await renderScreen(<RollupTab />);
  expect(await screen.findByRole('region', { name: 'Levels' })).toBeInTheDocument();
  const only = expect.objectContaining({ within: [within] });
  const asked = [
    api.getOrganisation,
    api.getTrend,
    api.getTopicTrends,
    api.getMovers,
    api.getLeverage,
    api.getComponents,
  ];
  for (const call of asked) expect(call).toHaveBeenCalledWith(only, expect.anything());
  await userEvent.click(screen.getByRole('button', { name: '2 at Senior' }));
  await waitFor(() =>
    expect(api.getComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ within: [within], level: 'senior' }),
      expect.anything(),
    ),
  );
});

it('sums up on a card', async () => {
  await renderScreen(<RollupCard />);
  const card = await screen.findByRole('region', { name: 'Maturity' });
  expect(card).toHaveTextContent('6 services');
  expect(card).toHaveTextContent('Score 64%, coverage 91%');
  expect(screen.getByRole('link', { name: 'All services' })).toBeInTheDocument();
});

it('shows the heat map of what is below, bounded by the entity', async () => {
  const api = await renderScreen(<RollupTab />);
  expect(await screen.findByRole('grid')).toBeInTheDocument();
  expect(api.getHeatMap).toHaveBeenCalledWith(expect.objectContaining({ within }), expect.anything());
  expect(screen.queryByRole('rowheader', { name: /^Organisation/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /^cart, docker commands/ }));
  await waitFor(() =>
    expect(api.getCell).toHaveBeenLastCalledWith(expect.objectContaining({ within }), expect.anything()),
  );
});
