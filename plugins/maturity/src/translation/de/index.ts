// All texts in German, keyed as the translation API wants them.
import { component } from './component';
import { flatten } from './flatten';

export default flatten({ component });
