import type { ReactNode } from 'react';

interface DataTableProps {
  readonly className: string | undefined;
  readonly columns: readonly string[];
  /** What a last column without a heading holds, for whoever hears the table. */
  readonly actions?: string;
  readonly children: ReactNode;
}

/** A table with a head of plain columns. */
export function DataTable({ className, columns, actions, children }: DataTableProps) {
  return (
    <table className={className}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {actions ? (
            <th scope="col">
              <span className="pp-hidden">{actions}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
