// The level beside an entity's name: what it says, where it leads, and that a page asks once for it.
import { screen } from '@testing-library/react';
import { MaturityCard } from '../component/MaturityCard';
import { report } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { LevelBadge } from './LevelBadge';

it('names the level and leads to the tab', async () => {
  await renderScreen(<LevelBadge />);
  const link = await screen.findByRole('link', { name: 'Maturity: Junior' });
  expect(link).toHaveAttribute('href', '/catalog/default/component/cart/maturity');
  expect(link).toHaveAttribute('title', 'Maturity level Junior, 1 blocker to Mid');
});

it('says so at the highest level', async () => {
  const { nextLevel: _, ...top } = { ...report.report, level: 'lead', blockers: [] };
  await renderScreen(<LevelBadge />, fakeApi({ getReport: async () => ({ ...report, report: top }) }));
  expect(await screen.findByTitle('Maturity level Lead, the highest')).toBeInTheDocument();
});

it('leads to the tab also where the level is not known', async () => {
  await renderScreen(<LevelBadge />, fakeApi({ getReport: jest.fn().mockRejectedValue(new Error('no database')) }));
  expect(await screen.findByTitle('Maturity could not be loaded: no database')).toHaveTextContent('Maturity');
});

it('asks once for badge and card, and again for a page that is opened after a failure', async () => {
  const getReport = jest.fn().mockRejectedValueOnce(new Error('busy')).mockResolvedValue(report);
  const api = fakeApi({ getReport });
  const page = (
    <>
      <LevelBadge />
      <MaturityCard />
    </>
  );
  await renderScreen(page, api);
  expect(await screen.findByRole('alert')).toHaveTextContent('busy');
  expect(api.getReport).toHaveBeenCalledTimes(1);
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByRole('region', { name: 'Maturity' })).toBeInTheDocument();
  expect(api.getReport).toHaveBeenCalledTimes(2);
});
