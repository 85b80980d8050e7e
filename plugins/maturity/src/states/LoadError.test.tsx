// What an error says: what failed and why, what is not there, what may not be seen.
import { ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import { renderScreen } from '../testing/renderScreen';
import { LoadError } from './LoadError';

async function show(status: number, statusText: string, body: string, type = 'application/json') {
  const response = new Response(body, { status, statusText, headers: { 'content-type': type } });
  const error = await ResponseError.fromResponse(response as never);
  await renderScreen(
    <LoadError what="The topic" error={error} onRetry={() => {}}>
      <a href="/all">All topics</a>
    </LoadError>,
  );
  return screen.getByRole('alert');
}

const told = (name: string, message: string, status: number) =>
  JSON.stringify({ error: { name, message }, request: { method: 'GET', url: '/x' }, response: { statusCode: status } });

it('says why the backend failed, and offers the details', async () => {
  const alert = await show(500, 'Internal Server Error', told('Error', 'the database does not answer', 500));
  expect(alert).toHaveTextContent('The topic could not be loadedthe database does not answer');
  expect(screen.getByRole('button', { name: 'Copy details' })).toBeInTheDocument();
});

it('does not call a failure what is not there, and leads to what is', async () => {
  const alert = await show(404, 'Not Found', told('NotFoundError', 'There is no topic "x".', 404));
  expect(alert).toHaveTextContent('The topic could not be foundThere is no topic "x".');
  expect(alert.querySelector('[data-verdict="fail"]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Copy details' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All topics' })).toBeInTheDocument();
});

it('shows the status alone of an answer that is not the backend’s', async () => {
  const alert = await show(502, 'Bad Gateway', '<html><body>nginx</body></html>', 'text/html');
  expect(alert).toHaveTextContent('Request failed with status 502 Bad Gateway');
  expect(alert).not.toHaveTextContent('nginx');
});
