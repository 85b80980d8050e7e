// Issues a gift card number; nothing is stored yet.
import { createServer } from 'node:http';
import { nanoid } from 'nanoid';

createServer((_request, response) => response.end(JSON.stringify({ card: nanoid() }))).listen(3000);
