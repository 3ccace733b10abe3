import type { Ledger } from '../kit/ledger.ts';
import { application } from './application.ts';
import { assessmentIndicator } from './assessment-indicator.ts';
import { burdenItem } from './burden-item.ts';
import { catalogueItem } from './catalogue-item.ts';
import { certificateItem } from './certificate-item.ts';
import { closedYear } from './closed-year.ts';
import { collection } from './collection.ts';
import { committeeMember } from './committee-member.ts';
import { demand } from './demand.ts';
import { department } from './department.ts';
import { dispute } from './dispute.ts';
import { doubleRegistration } from './double-registration.ts';
import { facility } from './facility.ts';
import { form } from './form.ts';
import { handover } from './handover.ts';
import { holiday } from './holiday.ts';
import { leadCase } from './lead-case.ts';
import { match } from './match.ts';
import { meeting } from './meeting.ts';
import { newSectorOrganisation } from './new-sector-organisation.ts';
import { offer } from './offer.ts';
import { operator } from './operator.ts';
import { organisation } from './organisation.ts';
import { outreach } from './outreach.ts';
import { pairing } from './pairing.ts';
import { parameter } from './parameter.ts';
import { partyBranch } from './party-branch.ts';
import { petition } from './petition.ts';
import { regulation } from './regulation.ts';
import { relief } from './relief.ts';
import { socialOrganisation } from './social-organisation.ts';
import { strayTask } from './stray-task.ts';
import { submission } from './submission.ts';
import { supervision } from './supervision.ts';
import { survey } from './survey.ts';
import { surveyFinding } from './survey-finding.ts';
import { volunteerRecord } from './volunteer-record.ts';
import { wish } from './wish.ts';
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
  relief,
  wish,
  survey,
  surveyFinding,
  committeeMember,
  meeting,
  offer,
  match,
  doubleRegistration,
  pairing,
  partyBranch,
  newSectorOrganisation,
  worker,
  volunteerRecord,
  socialOrganisation,
  regulation,
  assessmentIndicator,
  facility,
  outreach,
  organisation,
  department,
  parameter,
  holiday,
  handover,
  closedYear,
  operator,
  form,
  collection,
  submission,
];

const byId: ReadonlyMap<string, Ledger> = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

/** The ledger of an id, or undefined for an id this version does not know. */
export const ledgerById = (id: string): Ledger | undefined => byId.get(id);
