import type { Server } from 'node:http';

export const serve: (root: string, port: number) => Promise<Server>;
