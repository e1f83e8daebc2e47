import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Generation, GenerationPage } from "../api/types";
import { type LibraryFilter, queryOf } from "./filter";
import { withAnswers } from "./pages";

/** Names of what is kept of the library; a listing adds its filter, a take its id. */
export const libraryKey = ["library"] as const;
export const listingKey = (stamp: string) => [...libraryKey, stamp] as const;
export const stampOf = (filter: LibraryFilter) => JSON.stringify(queryOf(filter));
/** Of moves in a collection's order that are on their way. */
export const orderKey = ["order"] as const;
export const collectionsKey = ["collections"] as const;
export const tagsKey = ["tags"] as const;
export const takeKey = (id: string) => ["take", id] as const;

export type Listing = InfiniteData<GenerationPage, string | null>;

/** Changes the pages of a listing; what becomes fewer pages loses their cursors too. */
export function changePages(
  listing: Listing | undefined,
  change: (pages: readonly GenerationPage[]) => readonly GenerationPage[],
): Listing | undefined {
  const pages = listing && change(listing.pages);
  return listing === undefined || pages === undefined || pages === listing.pages
    ? listing
    : { pages: [...pages], pageParams: listing.pageParams.slice(0, pages.length) };
}

/** Puts the server's answers about takes wherever they are shown; null takes one out of every listing. */
export function showAnswers(queryClient: QueryClient, answers: ReadonlyMap<string, Generation | null>): void {
  queryClient.setQueriesData<Listing>({ queryKey: libraryKey }, (listing) =>
    changePages(listing, (pages) => withAnswers(pages, answers)),
  );
  // An answer to a change may lack the history that the take's page shows. What is gone is not read at once: there is nothing.
  answers.forEach(
    (answer, id) =>
      void queryClient.invalidateQueries({ queryKey: takeKey(id), refetchType: answer === null ? "none" : "active" }),
  );
}

/** Reads again what a listing, a collection's count or a tag may have changed by. */
export function refreshLibrary(queryClient: QueryClient): void {
  for (const queryKey of [libraryKey, collectionsKey, tagsKey]) {
    void queryClient.invalidateQueries({ queryKey });
  }
}

/** Takes that this page has put in the bin, or is about to: nobody asks for them on hearing that they are gone. */
export const binnedHere = new Set<string>();
