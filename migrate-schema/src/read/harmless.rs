//! Functions that change no schema, whatever they are given, and words that stand before a bracket and call nothing.

/// Sorted.
const NAMES: &[&str] = &[
    "abs", "acos", "age", "all", "and", "any", "area", "array", "as", "ascii", "asin", "atan", "atan2", "avg",
    "between", "bigint", "bit", "bit_length", "bool", "boolean", "box", "bpchar", "btrim", "by", "cardinality",
    "case", "cast", "cbrt", "ceil", "ceiling", "center", "changes", "char", "char_length", "character",
    "character_length", "check", "chr", "circle", "coalesce", "concat", "concat_ws", "conflict", "cos", "count",
    "cross", "crypt", "cube", "cume_dist", "current_database", "current_schema", "current_schemas", "current_setting",
    "currval", "date", "daterange", "datetime", "dec", "decimal", "decode", "decrypt", "default", "degrees",
    "dense_rank", "diameter", "digest", "distinct", "div", "do", "double", "else", "encode", "encrypt", "every",
    "except", "exists", "exp", "extract", "factorial", "family", "filter", "first_value", "float", "floor", "format",
    "format_type", "from", "full", "gcd", "gen_salt", "glob", "greatest", "group", "having", "height", "hex", "hmac",
    "host", "hstore", "if", "ifnull", "iif", "ilike", "in", "inet_server_addr", "initcap", "inner", "insert", "instr",
    "int", "int4range", "int8range", "integer", "intersect", "interval", "into", "is", "isempty", "isfinite",
    "isnull", "join", "json", "jsonb", "julianday", "justify_days", "justify_hours", "justify_interval", "key", "lag",
    "last_insert_rowid", "last_value", "lastval", "lateral", "lcm", "lead", "least", "left", "length", "like",
    "likely", "limit", "ln", "localtime", "localtimestamp", "log", "lower", "lower_inc", "lpad", "ltrim", "masklen",
    "materialized", "max", "md5", "min", "mod", "mode", "nchar", "netmask", "network", "nextval", "not", "nothing",
    "now", "nth_value", "ntile", "nullif", "numeric", "numnode", "numrange", "octet_length", "offset", "oid", "on",
    "or", "order", "over", "overlay", "partition", "path", "percent_rank", "pg_backend_pid", "pg_is_in_recovery",
    "pg_notify", "pg_relation_size", "pg_size_pretty", "pg_sleep", "pg_table_size", "pg_total_relation_size",
    "pg_typeof", "phraseto_tsquery", "pi", "plainto_tsquery", "point", "polygon", "position", "power", "precision",
    "primary", "printf", "querytree", "quote", "radians", "random", "randomblob", "rank", "recursive", "references",
    "regclass", "regtype", "repeat", "replace", "return", "returning", "reverse", "right", "rollup", "round", "row",
    "row_number", "row_to_json", "rpad", "rtrim", "select", "set", "sets", "setseed", "setval", "setweight", "sha224",
    "sha256", "sha384", "sha512", "sign", "similar", "sin", "smallint", "some", "soundex", "split_part",
    "sqlite_version", "sqrt", "starts_with", "stddev", "strftime", "strpos", "substr", "substring", "sum", "tan",
    "text", "then", "time", "timediff", "timeofday", "timestamp", "timestamptz", "timetz", "to_char", "to_date",
    "to_json", "to_jsonb", "to_number", "to_timestamp", "to_tsquery", "to_tsvector", "total", "translate", "trim",
    "trunc", "tsrange", "tstzrange", "tsvector_to_array", "txid_current", "typeof", "unaccent", "unhex", "union",
    "unique", "unixepoch", "unlikely", "unnest", "update", "upper", "upper_inc", "using", "uuid", "uuidv4", "uuidv7",
    "values", "varchar", "variance", "varying", "version", "websearch_to_tsquery", "when", "where", "width",
    "width_bucket", "with", "within", "zeroblob",
];

/// Beginnings of the names of functions that PostgreSQL brings.
const FAMILIES: &[&str] = &[
    "pg_get_", "pg_try_", "pg_advisory_", "json_", "jsonb_", "array_", "string_", "regexp_", "to_", "ts_", "date_",
    "range_", "inet_", "xml", "has_", "current_", "row_", "percentile_", "txid_", "uuid_", "gen_random_", "st_", "isn",
    "convert_", "quote_", "make_", "bit_", "bool_", "generate_", "set_bit", "set_byte", "hashtext", "statement_", "clock_",
    "transaction_", "num", "obj_", "col_", "shobj_", "similarity", "word_similarity",
];

/// Whether a call of it changes no schema. Lower case.
pub(super) fn is_harmless(name: &str) -> bool {
    NAMES.binary_search(&name).is_ok() || FAMILIES.iter().any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_in_order() {
        assert!(NAMES.is_sorted());
        assert!(is_harmless("coalesce") && is_harmless("values") && !is_harmless("set_config"));
    }
}
