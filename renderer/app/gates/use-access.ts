import { useEffect, useState } from 'react';
import { isGuarded } from '../../../shared/operators/roster.ts';
import { messageOf } from '../../components/session/message-of.ts';
import { desktop } from '../../desktop/desktop.ts';
import type { Access } from '../../store/store-api.ts';
import type { StoreClient } from '../../store/store-client.ts';

export type KnownAccess = Access & {
  /** Whether passwords are asked for: the roster says so, and the shell can compare at least one. */
  readonly isGuarded: boolean;
  /** The roster says so, but the shell has none: its file is gone. Nobody may be locked out of the records by that. */
  readonly isLost: boolean;
};

/** Ledgers that say who works here and how the program is guarded. */
const SOURCES = ['operator', 'parameter'];

async function read({ store }: StoreClient): Promise<KnownAccess> {
  const { roster, lockAfter } = await store.access();
  const withPassword = await desktop().operators.withPassword();
  const known = roster.map((one) => ({ ...one, hasPassword: one.hasPassword && withPassword.includes(one.id) }));
  return { roster: known, lockAfter, isGuarded: isGuarded(known), isLost: isGuarded(roster) && !isGuarded(known) };
}

/** Who may work here, kept up with the records; undefined until it was read. */
export function useAccess(client: StoreClient) {
  const [access, setAccess] = useState<KnownAccess>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const reread = () => read(client).then(setAccess, (thrown) => setProblem(messageOf(thrown)));
    void reread();
    return client.subscribe((event) => {
      if (event.kind === 'changed' && event.ledgers.some((id) => SOURCES.includes(id))) void reread();
    });
  }, [client]);
  return { access, problem };
}
