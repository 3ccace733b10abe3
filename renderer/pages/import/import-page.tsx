import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { ImportWizard } from '../../components/import-wizard/import-wizard.tsx';

/** Where a ledger is worked with. */
const homeOf = (ledgerId: string): string => {
  if (ledgerId === 'application') return '/review';
  if (ledgerId === 'catalogueItem') return '/catalogue';
  return ledgerId === 'certificateItem' ? '/catalogue/certificates' : `/ledger/${ledgerId}`;
};

/** The import wizard as a page of its own. */
export function ImportPage({ ledgerId }: { readonly ledgerId: string }) {
  const [, navigate] = useLocation();
  const ledger = ledgerById(ledgerId);
  if (!ledger) return null;
  return (
    <div style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', padding: '12px 16px' }}>
      <ImportWizard key={ledger.id} ledger={ledger} onDone={() => navigate(homeOf(ledger.id))} />
    </div>
  );
}
