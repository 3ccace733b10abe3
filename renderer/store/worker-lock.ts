import type { DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { isGuarded, type Operator } from '../../shared/operators/roster.ts';
import type { LedgerStore } from './ledger-store.ts';

type Passwords = Pick<DesktopApi['operators'], 'verify' | 'withPassword'>;

const locked = () => new LedgerError('store/locked', '程序已锁定，没有读出也没有写入任何内容。请先输入口令。');

/**
 * Whether the store answers. Who works here is the roster's row of whoever entered by password, and only as long as the
 * roster of the day has them under that name: somebody taken off it, or whose time has ended at midnight, is locked out.
 * The password is compared in the shell, which the worker asks itself; the page only carries question and answer.
 */
export class WorkerLock {
  readonly #store: () => LedgerStore | undefined;
  readonly #passwords: () => Passwords;
  #entered: Pick<Operator, 'id' | 'name'> | 'withoutPasswords' | undefined;

  /** `store`: undefined until it is open; there is nothing to be guarded before. */
  constructor(store: () => LedgerStore | undefined, passwords: () => Passwords) {
    this.#store = store;
    this.#passwords = passwords;
  }

  get isLocked(): boolean {
    const roster = this.#store()?.roster() ?? [];
    const entered = this.#entered;
    if (!isGuarded(roster) || entered === 'withoutPasswords') return false;
    return !roster.some(({ id, name }) => id === entered?.id && name === entered.name);
  }

  /** @throws LedgerError store/locked */
  readonly refuse = (): void => {
    if (this.isLocked) throw locked();
  };

  /** The same for making the records anew, which has to be possible where the present ones are not whole. */
  readonly refuseUnlessNeeded = (): void => {
    if (this.#store()?.isWhole) this.refuse();
  };

  readonly lock = (): void => {
    this.#entered = undefined;
  };

  /** @throws LedgerError operator/unknown, or what the shell says of the password. */
  readonly enter = async (operator: string, password: string): Promise<void> => {
    const store = this.#opened();
    const found = store.roster().find(({ id }) => id === operator);
    if (!found) throw new LedgerError('operator/unknown', '名册里现在没有这位操作员，没有打开。记录不受影响。');
    await this.#passwords().verify(operator, password);
    this.#entered = found;
    await store.setOperator(found.name);
    await store.refresh();
  };

  /** Nobody is locked out of the records by a lost file of passwords: the log says so first. */
  readonly enterWithoutPasswords = async (name: string): Promise<void> => {
    const store = this.#opened();
    const able = await this.#passwords().withPassword();
    if (store.roster().some(({ id, hasPassword }) => hasPassword && able.includes(id))) throw locked();
    await store.setOperator(name);
    await store.takeOut('口令文件缺失，未经口令打开程序');
    this.#entered = 'withoutPasswords';
    await store.refresh();
  };

  /** Under which name the log carries what is done: the page's to say only where no password is asked for. */
  readonly setOperator = async (name: string): Promise<void> => {
    const store = this.#opened();
    if (!isGuarded(store.roster()) || this.#entered === 'withoutPasswords') await store.setOperator(name);
  };

  #opened(): LedgerStore {
    const store = this.#store();
    if (!store) throw new LedgerError('store/not-open', '数据还没有打开。请稍候再试，数据不受影响。');
    return store;
  }
}

/** The same functions, each of them refused by `refuse` first. */
export function refusedWhile<Api extends object>(api: Api, refuse: () => void): Api {
  return new Proxy(api, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]): unknown => {
        refuse();
        return Reflect.apply(method, target, given);
      };
    },
  });
}
