/** Documents, pictures and archives: no list is in them that anybody could read. What any other file holds, its bytes tell. */
const UNREADABLE =
  /\.(pdf|docx?|pptx?|hwpx?|odt|ods|odp|rtf|pages|numbers|key|zip|gz|7z|rar|jpe?g|png|gif|webp|heic|svg|mp[34]|eml|msg|vcf|exe)$/i;

/** Whether a file of this name may hold a list. */
export const isReadableName = (fileName: string): boolean => !UNREADABLE.test(fileName.trim());
