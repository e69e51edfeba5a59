package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// The view models of all views, in one language.
public final class Models {

  private final Words words;
  private final Commands commands = new Commands();
  private final WorkbenchViewModel workbench;
  private final StatusViewModel status;
  private final NoticeViewModel notice;
  private final PaletteViewModel palette;
  private final TourViewModel tour;
  private final SheetViewModel sheet;
  private final MishapViewModel mishap;
  private final ListViewModel list;
  private final PayloadViewModel payload;
  private final CallsViewModel calls;
  private final ProfileViewModel profile;
  private final CompareViewModel compare;
  private final SendViewModel send;
  private final PostViewModel post;
  private final AskViewModel ask;
  private final TargetsViewModel targets;
  private final LedgerViewModel ledger;
  private final InstallViewModel install;
  private final Executor worker;
  private final List<Ending> endings = new ArrayList<>();

  /// @param session what is shown; changes on the JavaFX thread only
  /// @param dispatch tells what happened
  /// @param worker takes what is too much for the JavaFX thread
  /// @param asking asks for files and decisions
  public Models(
      ObservableValue<Session> session,
      Consumer<Event> dispatch,
      Words words,
      Executor worker,
      Asking asking) {
    this.words = words;
    this.worker = worker;
    this.workbench = offering(new WorkbenchViewModel(session, dispatch, words, asking));
    this.status = new StatusViewModel(session, dispatch, words);
    this.notice = new NoticeViewModel(session, dispatch, words, commands);
    this.palette = offering(new PaletteViewModel(workbench, commands));
    this.tour = offering(new TourViewModel(session, dispatch, words));
    var edition = Edition.ofThisProgram();
    this.sheet = offering(new SheetViewModel(session, dispatch, words, commands, edition));
    this.mishap = new MishapViewModel(session, dispatch, words, commands, edition);
    this.list =
        offering(
            new ListViewModel(
                session, dispatch, words, InstantSource.system(), ZoneId.systemDefault()));
    this.payload = new PayloadViewModel(session, dispatch, words);
    var cover = Cover.in(words.locale());
    this.calls = new CallsViewModel(session, dispatch, words, cover);
    this.profile = offering(new ProfileViewModel(session, dispatch, words, asking, cover));
    this.compare = offering(new CompareViewModel(session, dispatch, words, cover));
    this.send = offering(new SendViewModel(session, dispatch, words));
    this.post = new PostViewModel(session, words);
    this.ask = new AskViewModel(session, dispatch, words);
    this.targets = offering(new TargetsViewModel(session, dispatch, words));
    this.ledger = offering(new LedgerViewModel(session, dispatch, words, cover));
    this.install = offering(new InstallViewModel(session, dispatch, words));
  }

  public Words words() {
    return words;
  }

  /// What the commands do.
  public Commands commands() {
    return commands;
  }

  TourViewModel tour() {
    return tour;
  }

  public WorkbenchViewModel workbench() {
    return workbench;
  }

  public ListViewModel list() {
    return list;
  }

  public PayloadViewModel payload() {
    return payload;
  }

  public CallsViewModel calls() {
    return calls;
  }

  /// Makes the controller of a view; one that answers to commands says so at once.
  public Object controller(Class<?> wanted) {
    var controller = offering(make(wanted));
    if (controller instanceof Ending ending) {
      endings.add(ending);
    }
    return controller;
  }

  /// Lets go of whatever outlives the views.
  public void end() {
    endings.forEach(Ending::end);
  }

  private <T> T offering(T part) {
    if (part instanceof Offering some) {
      some.offer(commands);
    }
    return part;
  }

  private Object make(Class<?> wanted) {
    if (wanted == WorkbenchController.class) {
      return new WorkbenchController(workbench, commands);
    }
    if (wanted == StatusController.class) {
      return new StatusController(status, new Menus(workbench, commands), commands, words);
    }
    if (wanted == NoticeController.class) {
      return new NoticeController(notice);
    }
    if (wanted == PaletteController.class) {
      return new PaletteController(palette);
    }
    if (wanted == TourController.class) {
      return new TourController(tour);
    }
    if (wanted == SheetController.class) {
      return new SheetController(sheet);
    }
    if (wanted == MishapController.class) {
      return new MishapController(mishap);
    }
    if (wanted == ListController.class) {
      return new ListController(list, commands);
    }
    if (wanted == PayloadController.class) {
      return new PayloadController(payload, worker);
    }
    if (wanted == ProfileController.class) {
      return new ProfileController(profile, worker);
    }
    if (wanted == CompareController.class) {
      return new CompareController(compare);
    }
    if (wanted == CallsController.class) {
      return new CallsController(calls);
    }
    if (wanted == CallController.class) {
      return new CallController(calls.call(), worker);
    }
    if (wanted == FieldsController.class) {
      return new FieldsController(calls.fields());
    }
    if (wanted == WarehouseController.class) {
      return new WarehouseController(calls.warehouse());
    }
    if (wanted == RequestController.class) {
      return new RequestController(calls.request(), worker);
    }
    return sending(wanted);
  }

  private Object sending(Class<?> wanted) {
    if (wanted == SendController.class) {
      return new SendController(send, new Menus(workbench, commands), commands);
    }
    if (wanted == PostController.class) {
      return new PostController(post, commands);
    }
    if (wanted == AskController.class) {
      return new AskController(ask);
    }
    if (wanted == TargetsController.class) {
      return new TargetsController(targets);
    }
    if (wanted == LedgerController.class) {
      return new LedgerController(ledger);
    }
    if (wanted == InstallController.class) {
      return new InstallController(install, words);
    }
    if (wanted == DeliveryController.class) {
      return new DeliveryController(calls.delivery(), words, commands);
    }
    throw new IllegalArgumentException("a controller of ours was expected: " + wanted);
  }
}
