/** Whether what has put somebody on a list is an import: a form is the other way that leaves its id. */
export const isImportId = (by: string): boolean => by.startsWith('imp_');
