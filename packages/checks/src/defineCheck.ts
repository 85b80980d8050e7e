// The engine's definition of checks, bound to the topics of the roadmap that this package proves.
import { checkDefiner } from '@maturity-roadmap/engine';
import type { TopicId } from '@maturity-roadmap/roadmap';

export const { defineCheck, defineRepositoryCheck } = checkDefiner<TopicId>();
