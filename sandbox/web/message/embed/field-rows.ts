/** How an embed's fields stand beside each other. */

/** Each row's fields: up to three inline ones that follow each other, or one alone. */
export function fieldRows<Field extends { inline?: boolean | undefined }>(
  fields: readonly Field[],
): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < 3) last.push(field);
    else rows.push([field]);
  }
  return rows;
}
