import type { ComponentProps } from 'react';
import styles from './plain-table.module.css';

/** A short table of its own, all rows shown: copies, operators, who has handed in. */
export const PlainTable = (props: Omit<ComponentProps<'table'>, 'className'>) => (
  <table className={styles.table} {...props} />
);
