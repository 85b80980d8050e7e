// The catalogue of checks: search, filter, and the page of one.
import { screen, waitFor } from '@testing-library/react';
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
  expect(await screen.findAllByRole('link')).toHaveLength(2);
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
