import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { requestImport } from './queries.ts';
import { uploadFile } from './upload-file.ts';

type Requested = Awaited<ReturnType<typeof requestImport>>;

/** Announces an import and puts its files where the service wants them. What has arrived is not sent again. */
export const useUpload = (listId: string, onArrived: (importId: string) => void) => {
  const [sent, setSent] = useState<Readonly<Record<string, number>>>({});
  const requested = useRef<Requested>(undefined);
  const arrived = useRef(new Set<string>());
  const stopping = useRef(new AbortController());

  const uploading = useMutation({
    mutationFn: async (files: readonly File[]) => {
      requested.current ??= await requestImport(listId, files);
      const { importId, upload, uploads } = requested.current;
      const { signal } = stopping.current;
      for (const file of files.filter(({ name }) => !arrived.current.has(name))) {
        const permit = uploads?.find((one) => one.file === file.name)?.upload ?? upload;
        const onSent = (bytes: number) => setSent((before) => ({ ...before, [file.name]: bytes }));
        onSent(0);
        await uploadFile(file, permit, { onSent, signal });
        arrived.current.add(file.name);
        onSent(file.size);
      }
      return importId;
    },
    onSuccess: onArrived,
  });

  return {
    sent,
    isUploading: uploading.isPending,
    error: uploading.error,
    begin: (files: readonly File[]) => {
      stopping.current = new AbortController();
      uploading.mutate(files);
    },
    stop: () => stopping.current.abort(),
    /** Other files are another import. */
    forget: () => {
      requested.current = undefined;
      arrived.current.clear();
      setSent({});
      uploading.reset();
    },
  };
};
