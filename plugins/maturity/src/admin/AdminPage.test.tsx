// The admin page: what needs attention first, what to paste, and what those see who may not see it.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adminState } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { AdminPage } from './AdminPage';

const regions = () => screen.getAllByRole('region').map(region => region.getAttribute('aria-label'));

it('shows what needs attention first, with the role to paste', async () => {
  await renderScreen(<AdminPage />);
  expect(await screen.findByText('3 environments: 2 need attention')).toBeInTheDocument();
  expect(regions()).toEqual(['Missing rights', 'prod', 'laptop', 'calm', 'Repositories']);
  expect(screen.getByText(/kind: ClusterRole/)).toBeInTheDocument();
  const prod = within(screen.getByRole('region', { name: 'prod' }));
  expect(prod.getByText(/Cluster, kept by backstage-7d4-5f0c2a1b since/)).toBeInTheDocument();
  expect(prod.getByText('1.2 s')).toBeInTheDocument();
  const rows = within(prod.getByRole('table', { name: 'Kinds of prod' })).getAllByRole('rowheader');
  expect(rows.map(row => row.textContent)).toEqual(['Nodev1']);
  expect(prod.getByRole('row', { name: /Node ?v1 May not be read.*nodes is forbidden/ })).toBeInTheDocument();
  expect(prod.getByText(/resources: \[nodes\]/)).toBeInTheDocument();
});

it('says why a cluster is not read, that nobody keeps it, and where all is well', async () => {
  await renderScreen(<AdminPage />);
  const laptop = within(await screen.findByRole('region', { name: 'laptop' }));
  expect(laptop.getByText(/Not read as it is configured: cluster laptop .* localKubectlProxy/)).toBeInTheDocument();
  expect(laptop.getByText(/kept by no replica just now/)).toBeInTheDocument();
  const calm = within(screen.getByRole('region', { name: 'calm' }));
  expect(calm.getByText('All 2 kinds that checks read are as they should be.')).toBeInTheDocument();
  expect(calm.getByText(/1 file or object can not be used/)).toBeInTheDocument();
});

it('shows every kind on request', async () => {
  await renderScreen(<AdminPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'All' }));
  const table = within(screen.getByRole('table', { name: 'Kinds of prod' }));
  expect(table.getAllByRole('rowheader')).toHaveLength(3);
  expect(table.getByRole('row', { name: /ScaledObject.* Not served/ })).toBeInTheDocument();
});

it('shows what hosts of repositories are asked', async () => {
  await renderScreen(<AdminPage />);
  const card = within(await screen.findByRole('region', { name: 'Repositories' }));
  expect(card.getByText(/50 repositories, 2 due and waiting; kept by/)).toBeInTheDocument();
  expect(card.getByRole('row', { name: /github.com 120 of 2,000 May be asked/ })).toBeInTheDocument();
  expect(card.getByRole('row', { name: /git.example.com .*Left alone until .*429 Too Many/ })).toBeInTheDocument();
});

it('says so where nothing is kept and repositories are off', async () => {
  const repositories = { enabled: false, trees: 0, waiting: 0, hosts: [] };
  await renderScreen(<AdminPage />, fakeApi({ getAdminState: async () => ({ environments: [], repositories }) }));
  expect(await screen.findByText(/Nothing is kept yet/)).toBeInTheDocument();
  expect(screen.getByText(/switched off \(maturity.repositories.enabled\)/)).toBeInTheDocument();
});

it('says whom to ask without permission, and offers to try again after an error', async () => {
  const denied = Object.assign(new Error('403'), {
    response: { status: 403 },
    cause: { message: 'You may not do this: it needs the permission maturity.admin.read.' },
  });
  const getAdminState = jest.fn().mockRejectedValueOnce(denied).mockResolvedValue(adminState);
  await renderScreen(<AdminPage />, fakeApi({ getAdminState }));
  expect(await screen.findByRole('alert')).toHaveTextContent('maturity.admin.read');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'prod' })).toBeInTheDocument();
});

it('says once what is wrong with all kinds of a cluster that is down', async () => {
  const message = 'the cluster does not say what it serves: no answer';
  const kinds = ['a/v1/A', 'b/v1/B', 'c/v1/C', 'd/v1/D'].map(kind => ({
    ...adminState.environments[1].kinds[0],
    kind,
    state: 'unreachable' as const,
    message,
  }));
  const environments = [{ ...adminState.environments[1], kinds }];
  await renderScreen(<AdminPage />, fakeApi({ getAdminState: async () => ({ ...adminState, environments }) }));
  expect(await screen.findByText(`4 kinds, Can not be read: ${message}`)).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Kinds of prod' })).not.toBeInTheDocument();
});
