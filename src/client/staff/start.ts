import { startConsole } from './console.ts';

void startConsole();
