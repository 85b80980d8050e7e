// The heat map: down the hierarchy, into a cell, by keyboard, and the place in the URL.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as answers from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { HeatMapPage } from './HeatMapPage';

const api = () =>
  fakeApi({
    getComponents: async ({ owner }) =>
      owner === 'group:default/checkout'
        ? { total: 1, items: [{ ...answers.components.items[0], topics: { pod: 'pass', 'docker-commands': 'fail' } }] }
        : { total: 0, items: [] },
  });

it('expands from the organisation to a component and its verdicts', async () => {
  const calls = await renderScreen(<HeatMapPage />, api());
  await userEvent.click(await screen.findByRole('button', { name: 'Expand Engineering' }));
  await userEvent.click(screen.getByRole('button', { name: 'Expand Checkout' }));
  const row = (await screen.findByRole('link', { name: 'Cart' })).closest('tr')!;
  expect(within(row).getByRole('img', { name: 'docker commands: Fails' })).toBeInTheDocument();
  expect(within(row).getByRole('img', { name: 'Pod: Passes' })).toBeInTheDocument();
  expect(calls.getComponents).toHaveBeenCalledWith(
    expect.objectContaining({ owner: 'group:default/checkout', topics: true }),
    expect.anything(),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Collapse Engineering' }));
  expect(screen.queryByRole('link', { name: 'Cart' })).not.toBeInTheDocument();
});

it('says at the head of a column that only advice speaks about the topic', async () => {
  const tiers = answers.heatMap.roadmap.tiers.map(tier => ({
    ...tier,
    topics: tier.topics.map(one => (one.id === 'pod' ? { ...one, advice: true as const } : one)),
  }));
  const map = { ...answers.heatMap, roadmap: { ...answers.heatMap.roadmap, tiers } };
  await renderScreen(<HeatMapPage />, fakeApi({ getHeatMap: async () => map }));
  expect(await screen.findByRole('columnheader', { name: 'Pod · advice' })).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: 'docker commands' })).toBeInTheDocument();
});

it('opens the components behind a cell, and closes them', async () => {
  const calls = await renderScreen(<HeatMapPage />, api(), '/?open=group:default/engineering');
  await userEvent.click(await screen.findByRole('button', { name: 'Checkout, docker commands: 50%, 1 of 2 meet it' }));
  const panel = await screen.findByRole('region', { name: 'Checkout × docker commands' });
  expect(await within(panel).findByRole('link', { name: 'Cart' })).toHaveAttribute(
    'href',
    expect.stringContaining('/cart/maturity?topic=docker-commands'),
  );
  expect(calls.getCell).toHaveBeenLastCalledWith(
    { within: 'group:default/checkout', topic: 'docker-commands', limit: 25 },
    expect.anything(),
  );
  expect(panel).toHaveTextContent('1 fails, 1 meets it');
  expect(panel).toHaveTextContent('prod: 1 of 1 images has no tag');
  expect(within(panel).getByRole('link', { name: 'Evidence of Cart' })).toHaveAttribute(
    'href',
    expect.stringContaining('/cart/maturity?verdict=image-ref-explicit'),
  );
  await userEvent.click(within(panel).getByRole('button', { name: 'Show 1 more' }));
  await waitFor(() =>
    expect(calls.getCell).toHaveBeenLastCalledWith(expect.objectContaining({ limit: 50 }), expect.anything()),
  );
  await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('region', { name: /Checkout ×/ })).not.toBeInTheDocument();
});

it('tells what could not be judged and what applies to none', async () => {
  await renderScreen(<HeatMapPage />, api(), '/?open=group:default/engineering');
  expect(
    await screen.findByRole('button', { name: 'Checkout, Pod: 0 of 2 meet it, 2 can not be judged' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Engineering, Pod: – applies to none' })).toBeInTheDocument();
});

it('moves between cells by arrow keys, with one of them in the order of Tab', async () => {
  await renderScreen(<HeatMapPage />, api());
  const cells = await screen.findAllByRole('button', { name: /^(Organisation|Engineering), / });
  expect(cells.filter(cell => cell.tabIndex === 0)).toHaveLength(1);
  cells[0].focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Engineering, docker commands: 50%, 3 of 6 meet it' })).toHaveFocus(),
  );
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: 'Engineering, docker commands: 50%, 3 of 6 meet it' })).toHaveFocus();
});

it('says what to do where no component has an owner', async () => {
  await renderScreen(<HeatMapPage />, fakeApi({ getHeatMap: async () => ({ ...answers.heatMap, rows: [] }) }));
  expect(await screen.findByText(/set spec.owner/)).toBeInTheDocument();
});

it('shows one environment, in the map, below a row and behind a cell', async () => {
  const calls = await renderScreen(
    <HeatMapPage />,
    api(),
    '/?open=group:default/checkout&cell=group:default/checkout~pod',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Environment All' }));
  await userEvent.click(screen.getByRole('option', { name: 'staging' }));
  const there = expect.objectContaining({ environment: 'staging' });
  await waitFor(() => {
    for (const call of [calls.getHeatMap, calls.getComponents, calls.getCell])
      expect(call).toHaveBeenLastCalledWith(there, expect.anything());
  });
});

it('asks for systems below their domains, and lists what is below a system', async () => {
  const calls = await renderScreen(<HeatMapPage />, api(), '/?open=system:default/shop');
  await userEvent.click(await screen.findByRole('button', { name: 'Domains' }));
  await waitFor(() => expect(calls.getHeatMap).toHaveBeenLastCalledWith({ by: 'domain' }, expect.anything()));
  expect(calls.getComponents).toHaveBeenCalledWith(
    expect.objectContaining({ system: 'system:default/shop' }),
    expect.anything(),
  );
});

it('asks for all at once, so that a refresh takes one round', async () => {
  const pending = () => new Promise<never>(() => {});
  const waiting = fakeApi({ getHeatMap: pending, getComponents: pending, getCell: pending });
  await renderScreen(<HeatMapPage />, waiting, '/?open=group:default/checkout&cell=group:default/checkout~pod');
  await waitFor(() => {
    for (const call of [waiting.getHeatMap, waiting.getComponents, waiting.getCell]) expect(call).toHaveBeenCalled();
  });
});

it('keeps the old map, and says that it is, until that of another choice comes', async () => {
  let answer = (_map: typeof answers.heatMap) => {};
  const getHeatMap = jest
    .fn()
    .mockResolvedValueOnce(answers.heatMap)
    .mockImplementation(() => new Promise(resolve => (answer = resolve)));
  await renderScreen(<HeatMapPage />, fakeApi({ getHeatMap }));
  const grid = await screen.findByRole('grid');
  await userEvent.click(screen.getByRole('button', { name: 'Systems' }));
  expect(grid).toBeInTheDocument();
  expect(grid.closest('[aria-busy="true"]')).not.toBeNull();
  answer({ ...answers.heatMap, rows: [] });
  expect(await screen.findByText(/set spec.system/)).toBeInTheDocument();
  expect(screen.getByRole('grid').closest('[aria-busy="true"]')).toBeNull();
});
