// The catalogue of checks: search, filter, and the page of one.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, renderScreen } from '../testing/renderScreen';
import { ChecksRoutes } from './ChecksRoutes';

it('finds checks by text and by severity, and offers to clear both', async () => {
  await renderScreen(<ChecksRoutes />);
  expect(await screen.findByRole('link', { name: 'Requests are set' })).toBeInTheDocument();
  await userEvent.keyboard('/');
  expect(screen.getByRole('textbox', { name: 'Find a check' })).toHaveFocus();
  await userEvent.keyboard('image');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Requests are set' })).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: /advice/ }));
  expect(await screen.findByText('No check is like that.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(await screen.findAllByRole('link', { name: /Every image has a tag|Requests are set/ })).toHaveLength(2);
});

it('leads from a check to its topic, if a roadmap has it', async () => {
  await renderScreen(<ChecksRoutes />);
  expect(await screen.findByRole('link', { name: 'docker commands' })).toHaveAttribute(
    'href',
    '/maturity/roadmap/containers/topics/docker-commands',
  );
  expect(screen.getByText('Pod')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Pod' })).not.toBeInTheDocument();
});

it('shows a check with all that is known of it', async () => {
  await renderScreen(<ChecksRoutes />, undefined, '/image-ref-explicit');
  expect(await screen.findByRole('heading', { name: 'Every image has a tag', level: 1 })).toBeInTheDocument();
  expect(screen.getByText('Mend image-ref-explicit.')).toBeInTheDocument();
  expect(screen.getByText(/1 of 2 services pass/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /kubernetes.io/ })).toBeInTheDocument();
});

it('says so where there is no such check', async () => {
  const getCheck = jest.fn().mockRejectedValue(new Error('There is no check "none".'));
  await renderScreen(<ChecksRoutes />, fakeApi({ getCheck }), '/none');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no check "none"');
});

it('shows what a check needs, tested examples, limits in force, settings and its history', async () => {
  await renderScreen(<ChecksRoutes />, undefined, '/image-ref-explicit');
  expect(await screen.findByText('apiGroups: [networking.k8s.io]')).toBeInTheDocument();
  const examples = screen.getByRole('region', { name: 'Examples' });
  expect(examples).toHaveTextContent('image: cart:1');
  expect(within(examples).getByRole('img', { name: 'Fails' })).toBeInTheDocument();
  const settings = screen.getByRole('region', { name: 'Settings and exceptions' });
  expect(settings).toHaveTextContent('3, by default 2');
  expect(settings).toHaveTextContent('1 to 9');
  expect(screen.getByRole('region', { name: 'History in the standard' })).toHaveTextContent('Version 1.0 new (high)');
});

beforeEach(() => {
  // jsdom does not lay out, so there is nothing to scroll.
  Element.prototype.scrollIntoView = jest.fn();
});

it('lists the components that a count counts, mine marked, each with the way to its evidence', async () => {
  const api = await renderScreen(<ChecksRoutes />, undefined, '/image-ref-explicit');
  const list = await screen.findByRole('table', { name: 'Components' });
  expect(within(list).getByText('yours')).toBeInTheDocument();
  expect(within(list).getByRole('link', { name: 'Cart' })).toHaveAttribute(
    'href',
    '/catalog/default/component/cart/maturity?verdict=image-ref-explicit',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Pass: 1' }));
  await waitFor(() =>
    expect(api.getCheckComponents).toHaveBeenLastCalledWith(
      'image-ref-explicit',
      { verdict: 'met', limit: 20 },
      expect.anything(),
    ),
  );
});
