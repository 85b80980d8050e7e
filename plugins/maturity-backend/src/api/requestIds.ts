// Gives each request an id, so that what somebody saw fail can be found in the log.
import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { errorMessage } from '@maturity-roadmap/engine';
import type { ErrorRequestHandler, RequestHandler } from 'express';

const header = 'x-request-id';
/** What proxies and browsers send as an id; anything else is not taken over into the log. */
const acceptable = /^[\w-]{1,64}$/;
const idLength = 8;

/** Takes the id that a proxy gave, or makes one, and answers with it. Pages of other origins may read it. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(header) ?? '';
  response.set(header, acceptable.test(given) ? given : randomUUID().slice(0, idLength));
  response.append('Access-Control-Expose-Headers', header);
  next();
};

/** Logs what went wrong on our side under the id of the request; who answers it is none of its business. */
export function logFailures(logger: LoggerService): ErrorRequestHandler {
  return (error, request, response, next) => {
    const status = (error as { status?: number; statusCode?: number }).status ?? error?.statusCode;
    const isOurs =
      (status === undefined || status >= 500) && !/^(NotFound|NotAllowed|Input|Authentication)/.test(error?.name);
    if (isOurs)
      logger.error(`request ${response.get(header)} failed: ${request.method} ${request.path}: ${errorMessage(error)}`);
    next(error);
  };
}
