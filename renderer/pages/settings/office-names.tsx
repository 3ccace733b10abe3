import { Stack } from '@mantine/core';
import { LoadingLines } from '../../components/basics/state-notes.tsx';
import { UnitNames } from './unit-names.tsx';
import { useOfficeUnits } from './use-office-units.ts';

/** The names of the district and the street. */
export function OfficeNames() {
  const units = useOfficeUnits();
  if (units.length === 0) return <LoadingLines lines={2} />;
  return (
    <Stack gap={12}>
      {units.map((unit) => (
        // A unit changed elsewhere is shown as it now stands.
        <UnitNames key={`${unit.id} ${unit.rev}`} unit={unit} />
      ))}
    </Stack>
  );
}
