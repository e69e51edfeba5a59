package dev.blipscope.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The column names that a property or trait cannot have for itself in a warehouse.
///
/// What Segment does with such a name is told in three ways by its own pages (dropped, likely
/// dropped, prefixed with `_`), so this says only that a name is taken and by whom.
public final class ReservedNames {

  /// The two groups of tables that Segment fills by itself.
  public enum Group {
    /// `tracks`, and the table of each event.
    EVENTS,
    /// `identifies` and `users`.
    USERS
  }

  private record Warehouse(String name, Set<String> keywords) {}

  private static final Set<String> OF_EVERY_TABLE =
      words(
          """
          id anonymous_id user_id timestamp original_timestamp sent_at received_at
          uuid uuid_ts loaded_at
          """);

  private static final Set<String> OF_EVENT_TABLES = words("event event_text");

  private static final String TRANSACT_SQL =
      """
      add all alter and any as asc authorization backup begin between break browse bulk by cascade
      case check checkpoint close clustered coalesce collate column commit compute constraint
      contains containstable continue convert create cross current current_date current_time
      current_timestamp current_user cursor database dbcc deallocate declare default delete deny
      desc disk distinct distributed double drop dump else end errlvl escape except exec execute
      exists exit external fetch file fillfactor for foreign freetext freetexttable from full
      function goto grant group having holdlock identity identity_insert identitycol if in index
      inner insert intersect into is join key kill left like lineno load merge national nocheck
      nonclustered not null nullif of off offsets on open opendatasource openquery openrowset
      openxml option or order outer over percent pivot plan precision primary print proc procedure
      public raiserror read readtext reconfigure references replication restore restrict return
      revert revoke right rollback rowcount rowguidcol rule save schema securityaudit select
      semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable session_user
      set setuser shutdown some statistics system_user table tablesample textsize then to top tran
      transaction trigger truncate try_convert tsequal union unique unpivot update updatetext use
      user values varying view waitfor when where while with within writetext

      absolute action ada admin after aggregate alias allocate are array asensitive assertion
      asymmetric at atomic avg before binary bit bit_length blob boolean both breadth call called
      cardinality cascaded cast catalog char char_length character character_length class clob
      collation collect completion condition connect connection constraints constructor
      corresponding count cube current_catalog current_path current_role current_schema cycle data
      date day dec decimal deferrable deferred depth deref describe descriptor destroy destructor
      deterministic diagnostics dictionary disconnect domain dynamic each element equals every
      exception extract false filter first float fortran found free fulltexttable fusion general
      get global go grouping hold host hour ignore immediate include indicator initialize initially
      inout input insensitive int integer intersection interval isolation iterate language large
      last lateral leading less level limit local localtime localtimestamp locator lower map match
      max member method min minute mod modifies modify module month multiset names natural nchar
      nclob new next no none normalize numeric object octet_length old only operation ordinality
      out output overlaps overlay pad parameter parameters partial partition pascal path position
      postfix prefix preorder prepare preserve prior privileges range reads real recursive ref
      referencing relative release result returns role rollup routine row rows savepoint scope
      scroll search second section sensitive sequence session sets similar size smallint space
      specific specifictype sql sqlca sqlcode sqlerror sqlexception sqlstate sqlwarning start state
      statement static structure submultiset substring sum symmetric system temporary terminate
      than time timestamp timezone_hour timezone_minute trailing translate translation treat trim
      true under unknown unnest upper usage using value varchar variable whenever window without
      work write year zone
      """;

  // From the vendors' public lists. Of Transact-SQL also the words reserved for ODBC and for the
  // future, after the blank line; of Databricks also the ANSI words, which it enforces only when
  // told to; of Snowflake not the words that are reserved in SHOW commands only.
  private static final List<Warehouse> WAREHOUSES =
      List.of(
          new Warehouse(
              "Redshift",
              words(
                  """
                  aes128 aes256 all allowoverwrite analyse analyze and any array as asc
                  authorization az64 backup between binary blanksasnull both bytedict bzip2 case
                  cast check collate column constraint create credentials cross current_date
                  current_time current_timestamp current_user current_user_id default deferrable
                  deflate defrag delta delta32k desc disable distinct do else emptyasnull enable
                  encode encrypt encryption end except explicit false for foreign freeze from full
                  globaldict256 globaldict64k grant group gzip having identity ignore ilike in
                  initially inner intersect interval into is isnull join language leading left like
                  limit localtime localtimestamp lun luns lzo lzop minus mostly13 mostly16 mostly32
                  mostly8 natural new not notnull null nulls off offline offset oid old on only open
                  or order outer overlaps parallel partition percent permissions pivot placing
                  primary qualify raw readratio recover references rejectlog resort respect restore
                  right select session_user similar snapshot some sysdate system table tag tdes
                  text255 text32k then timestamp to top trailing true truncatecolumns union unique
                  unnest unpivot user using verbose wallet when where with without
                  """)),
          new Warehouse(
              "Postgres",
              words(
                  """
                  all analyse analyze and any array as asc asymmetric authorization binary both case
                  cast check collate collation column concurrently constraint create cross
                  current_catalog current_date current_role current_schema current_time
                  current_timestamp current_user default deferrable desc distinct do else end except
                  false fetch for foreign freeze from full grant group having ilike in initially
                  inner intersect into is isnull join lateral leading left like limit localtime
                  localtimestamp natural not notnull null offset on only or order outer overlaps
                  placing primary references returning right select session_user similar some
                  symmetric system_user table tablesample then to trailing true union unique user
                  using variadic verbose when where window with
                  """)),
          new Warehouse(
              "BigQuery",
              words(
                  """
                  all and any array as asc assert_rows_modified at between by case cast collate
                  contains create cross cube current default define desc distinct else end enum
                  escape except exclude exists extract false fetch following for from full group
                  grouping groups hash having if ignore in inner intersect interval into is join
                  lateral left like limit lookup merge natural new no not null nulls of on or order
                  outer over partition preceding proto qualify range recursive respect right rollup
                  rows select set some struct tablesample then to treat true unbounded union unnest
                  using when where window with within
                  """)),
          new Warehouse(
              "Snowflake",
              words(
                  """
                  all alter and any as between by case cast check column connect constraint create
                  cross current current_date current_time current_timestamp current_user delete
                  distinct drop else exists false following for from full grant group having ilike
                  in increment inner insert intersect into is join lateral left like localtime
                  localtimestamp minus natural not null of on or order qualify regexp revoke right
                  rlike row rows sample select set some start table tablesample then to trigger true
                  try_cast union unique update using values when whenever where with
                  """)),
          new Warehouse("SQL Server", words(TRANSACT_SQL)),
          new Warehouse("Azure Synapse", words(TRANSACT_SQL + " label")),
          new Warehouse(
              "Databricks",
              words(
                  """
                  all alter and anti any array as at authorization between both by case cast check
                  collate column commit constraint create cross cube current current_date
                  current_time current_timestamp current_user default delete describe distinct drop
                  else end escape except exists external extract false fetch filter for foreign from
                  full function global grant group grouping having in inner insert intersect
                  interval into is join lateral leading left like local minus natural no not null of
                  on only or order out outer overlaps partition position primary range references
                  revoke right rollback rollup row rows select semi session_user set some start
                  table tablesample then time to trailing true truncate union unique unknown update
                  user using values when where window with
                  """)));

  private static final Map<String, List<String>> RESERVED_BY = reservedBy();

  private ReservedNames() {}

  private static Map<String, List<String>> reservedBy() {
    Map<String, List<String>> all = new HashMap<>();
    for (var warehouse : WAREHOUSES) {
      for (String word : warehouse.keywords()) {
        all.computeIfAbsent(word, _ -> new ArrayList<>()).add(warehouse.name());
      }
    }
    all.replaceAll((_, names) -> List.copyOf(names));
    return all;
  }

  /// Whether Segment fills a column of this name itself, so that two values want one place.
  public static boolean isColumnOfSegment(Group group, String column) {
    var name = column.toLowerCase(Locale.ROOT);
    return OF_EVERY_TABLE.contains(name)
        || name.startsWith("context_")
        || (group == Group.EVENTS && OF_EVENT_TABLES.contains(name));
  }

  /// The warehouses whose SQL keeps this word for itself, by their names, always in one order.
  public static List<String> warehousesThatReserve(String column) {
    return RESERVED_BY.getOrDefault(column.toLowerCase(Locale.ROOT), List.of());
  }

  /// Whether the name starts with a digit, which Redshift accepts only with a `_` before it.
  public static boolean startsWithDigit(String column) {
    return !column.isEmpty() && column.charAt(0) >= '0' && column.charAt(0) <= '9';
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.strip().split("\\s+", -1)));
  }
}
