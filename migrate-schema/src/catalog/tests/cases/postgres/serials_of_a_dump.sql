-- What pg_dump makes of a serial is a serial again; what counts with a sequence of somebody else is none.
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.a (id bigint NOT NULL, n integer NOT NULL);
CREATE SEQUENCE public.a_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;
ALTER TABLE ONLY public.a ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);
CREATE TABLE public."Order" (id integer NOT NULL);
CREATE SEQUENCE public."Order_id_seq" AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public."Order_id_seq" OWNED BY public."Order".id;
ALTER TABLE ONLY public."Order" ALTER COLUMN id SET DEFAULT nextval('public."Order_id_seq"'::regclass);
CREATE SCHEMA other;
CREATE SEQUENCE other.a_id_seq;
ALTER TABLE ONLY public.a ALTER COLUMN n SET DEFAULT nextval('other.a_id_seq'::regclass);
