import type { Ledger } from '../kit/ledger.ts';
import { application } from './application.ts';
import { burdenItem } from './burden-item.ts';
import { catalogueItem } from './catalogue-item.ts';
import { certificateItem } from './certificate-item.ts';
import { demand } from './demand.ts';
import { department } from './department.ts';
import { dispute } from './dispute.ts';
import { holiday } from './holiday.ts';
import { leadCase } from './lead-case.ts';
import { organisation } from './organisation.ts';
import { parameter } from './parameter.ts';
import { petition } from './petition.ts';
import { strayTask } from './stray-task.ts';
import { supervision } from './supervision.ts';
import { worker } from './worker.ts';

/** Every ledger of the program, in the order of the navigation. A new ledger is its file and one line here. */
export const ledgers: readonly Ledger[] = [
  application,
  strayTask,
  burdenItem,
  catalogueItem,
  certificateItem,
  demand,
  petition,
  leadCase,
  dispute,
  supervision,
  worker,
  organisation,
  department,
  parameter,
  holiday,
];

const byId: ReadonlyMap<string, Ledger> = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

/** The ledger of an id, or undefined for an id this version does not know. */
export const ledgerById = (id: string): Ledger | undefined => byId.get(id);
