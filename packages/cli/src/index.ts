// Entry of the command: runs it with the arguments of the process.
import { main } from './main';

process.exitCode = main(process.argv);
